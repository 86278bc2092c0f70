import { rangeEnd } from '../intact.ts';
import type { ArrayNode, ObjectNode, Range, Tree } from '../tree.ts';
import { countBreaks, endsLine, hasBreak, indentOf, layoutOf, skipBlanks, startsLine, type Chunk, type ContainerLayout } from './layout.ts';
import type { Spot } from './render.ts';
import type { Splice } from './splices.ts';
import { styleOf, unitInside, type Style } from './style.ts';

/** What lands in a container: the entry, and the comments that travel with it. Neither holds the comma. */
export interface Arrival {
  readonly body: string;
  readonly tail: string;
}

/** All that one command does to the entries of one container. */
export interface Rearrangement {
  readonly node: ObjectNode | ArrayNode;
  /** True when the container itself stands on one line with what surrounds it, so that it is filled on that line too. */
  readonly onOneLine: boolean;
  /** Indexes of entries that leave. */
  readonly leaving: ReadonlySet<number>;
  /** What arrives before the entry at an index (its number of entries: behind the last), in order. Spelt late: it may carry edits. */
  readonly arriving: ReadonlyMap<number, readonly ((spot: Spot) => Arrival)[]>;
}

/** Leaving and arriving entries between two that stay. */
interface Run {
  readonly before: Chunk | undefined;
  readonly leaving: readonly Chunk[];
  readonly arriving: readonly ((spot: Spot) => Arrival)[];
  readonly after: Chunk | undefined;
}

/** What differs between JSON and YAML's `{…}` and `[…]`. */
export interface Notation {
  readonly layoutOf: (text: string, node: ObjectNode | ArrayNode) => ContainerLayout;
  readonly styleOf: (tree: Tree) => Style;
  readonly endsWithLineComment: (text: string) => boolean;
}

const JSON_NOTATION: Notation = { layoutOf, styleOf, endsWithLineComment };

/** The splices that rearrange one container; every entry that stays keeps its bytes, but for a comma that comes or goes. */
export function containerSplices(tree: Tree, change: Rearrangement, notation: Notation = JSON_NOTATION): Splice[] {
  return new Rearranger(tree, change, notation).splices();
}

class Rearranger {
  private readonly tree: Tree;
  private readonly text: string;
  private readonly change: Rearrangement;
  private readonly layout: ContainerLayout;
  private readonly out: Splice[] = [];
  private readonly notation: Notation;

  constructor(tree: Tree, change: Rearrangement, notation: Notation) {
    this.tree = tree;
    this.text = tree.text;
    this.change = change;
    this.notation = notation;
    this.layout = notation.layoutOf(tree.text, change.node);
  }

  splices(): Splice[] {
    const { chunks, loose, inside } = this.layout;
    const { leaving, arriving } = this.change;
    const stays = chunks.some((_, index) => !leaving.has(index));
    const arrives = [...arriving.values()].some((list) => list.length > 0);
    if (!stays && !arrives && loose.length === 0) return chunks.length === 0 ? [] : [this.splice(inside.offset, rangeEnd(inside), '')];
    if (chunks.length === 0) this.fill();
    else for (const run of this.runs()) this.rearrange(run);
    this.commas();
    return this.out;
  }

  private splice(from: number, to: number, text: Splice['text']): Splice {
    return { offset: from, length: to - from, text, owner: this.change.node };
  }

  private add(from: number, to: number, text: Splice['text']): void {
    this.out.push(this.splice(from, to, text));
  }

  private runs(): Run[] {
    const { chunks } = this.layout;
    const runs: Run[] = [];
    let start = 0;
    for (let index = 0; index <= chunks.length; index += 1) {
      if (this.change.leaving.has(index)) continue;
      const arriving = [];
      for (let at = start; at <= index; at += 1) arriving.push(...(this.change.arriving.get(at) ?? []));
      runs.push({ before: chunks[start - 1], leaving: chunks.slice(start, index), arriving, after: chunks[index] });
      start = index + 1;
    }
    return runs;
  }

  private rearrange(run: Run): void {
    const groups = this.neighbours(run.leaving);
    const [first] = groups;
    if (run.arriving.length > 0 && first) {
      this.replace(first, run);
      groups.shift();
    } else if (run.arriving.length > 0 && run.after) this.insertBefore(run.after, run);
    else if (run.arriving.length > 0 && run.before) this.append(run.before, run);
    for (const group of groups) this.remove(group);
  }

  /** Chunks with nothing but blanks between them leave as one. */
  private neighbours(chunks: readonly Chunk[]): Range[] {
    const groups: { offset: number; length: number }[] = [];
    for (const chunk of chunks) {
      const last = groups.at(-1);
      if (last && this.text.slice(rangeEnd(last), chunk.start).trim() === '') last.length = chunk.end - last.offset;
      else groups.push({ offset: chunk.start, length: chunk.end - chunk.start });
    }
    return groups;
  }

  private remove(group: Range): void {
    const { text } = this;
    const start = group.offset;
    const end = rangeEnd(group);
    const behind = skipBlanks(text, end);
    let front = start;
    while (front > this.layout.inside.offset && /[ \t]/.test(text[front - 1] ?? '')) front -= 1;
    if (!endsLine(text, end) && behind < rangeEnd(this.layout.inside)) this.add(start, behind, '');
    else if (!startsLine(text, start)) this.add(front, end, '');
    else this.add(this.lineStart(front), endsLine(text, end) ? behind : end, '');
  }

  /** From the line break before a whole line that leaves; blank lines above go with it, as those below stay. */
  private lineStart(front: number): number {
    const { text } = this;
    const floor = this.layout.inside.offset;
    const blank = /\s*$/.exec(text.slice(floor, front))?.[0] ?? '';
    if (countBreaks(blank) === 1 || this.layout.chunks[0]?.start === front + blank.length) return front - blank.length + blank.search(/[\r\n]/);
    return front - blank.length;
  }

  private replace(group: Range, run: Run): void {
    const spot = this.spotAt(group.offset);
    this.add(group.offset, rangeEnd(group), () => {
      const between = spot.flat ? spot.style.gap : spot.style.eol + spot.indent;
      return this.closed(this.joined(run, spot, between), run, spot, rangeEnd(group));
    });
  }

  private insertBefore(after: Chunk, run: Run): void {
    const spot = this.spotAt(after.start);
    const between = spot.flat ? spot.style.gap : this.blanksBefore(after, run.before) ?? spot.style.eol + spot.indent;
    this.add(after.start, after.start, () => {
      const text = this.joined(run, spot, between);
      return text + (this.notation.endsWithLineComment(text) && !hasBreak(between) ? spot.style.eol + spot.indent : between);
    });
  }

  private append(before: Chunk, run: Run): void {
    const { chunks } = this.layout;
    const fresh = this.notation.endsWithLineComment(this.text.slice(rangeEnd(before.item), before.end)) && !startsLine(this.text, before.start);
    const spot = fresh ? this.spotInside() : this.spotAt(before.start);
    const flat = spot.flat ? spot.style.gap : spot.style.eol + spot.indent;
    const between = spot.flat ? flat : this.blanksBefore(before, chunks[chunks.indexOf(before) - 1]) ?? flat;
    const at = !spot.flat && endsLine(this.text, before.end) ? skipBlanks(this.text, before.end) : before.end;
    this.add(at, at, () => between + this.closed(this.joined(run, spot, between), run, spot, at));
  }

  /** Blank lines between entries are kept up. */
  private blanksBefore(chunk: Chunk, previous: Chunk | undefined): string | null {
    const between = previous && this.text.slice(previous.end, chunk.start);
    return between !== undefined && between.trim() === '' && hasBreak(between) ? between : null;
  }

  private fill(): void {
    const { inside, loose } = this.layout;
    const run: Run = { before: undefined, leaving: [], arriving: this.change.arriving.get(0) ?? [], after: undefined };
    const comment = loose.at(-1);
    const spot = comment ? this.spotInside() : this.spotForEmpty();
    const lineStart = spot.style.eol + spot.indent;
    if (comment) {
      this.add(rangeEnd(comment), rangeEnd(comment), () => lineStart + this.closed(this.joined(run, spot, lineStart), run, spot, rangeEnd(comment)));
      return;
    }
    const pad = this.change.node.kind === 'object' ? spot.style.bracePad : spot.style.bracketPad;
    this.add(inside.offset, rangeEnd(inside), () => {
      const text = this.joined(run, spot, spot.flat ? spot.style.gap : lineStart);
      const close = spot.style.eol + this.closeIndent();
      if (!spot.flat) return lineStart + text + close;
      return pad + text + (this.notation.endsWithLineComment(text) ? close : pad);
    });
  }

  /** The arrivals with their commas. A line comment at the end of one forces a line break behind it. */
  private joined(run: Run, spot: Spot, between: string): string {
    let text = '';
    run.arriving.forEach((arrive, index) => {
      const { body, tail } = arrive(spot);
      const last = index === run.arriving.length - 1;
      text += body + (last && !run.after ? '' : ',') + tail;
      if (!last) text += this.notation.endsWithLineComment(tail) && !hasBreak(between) ? spot.style.eol + spot.indent : between;
    });
    return text;
  }

  /** With a line break behind, where a line comment would otherwise swallow what follows on the line. */
  private closed(text: string, run: Run, spot: Spot, offset: number): string {
    if (!this.notation.endsWithLineComment(text) || endsLine(this.text, offset)) return text;
    return text + spot.style.eol + (run.after ? spot.indent : this.closeIndent());
  }

  private closeIndent(): string {
    return indentOf(this.text, this.change.node.offset);
  }

  private spotAt(offset: number): Spot {
    const { node } = this.change;
    const style = this.notation.styleOf(this.tree);
    const unit = unitInside(this.text, node) ?? style.unit;
    return { style, unit, indent: indentOf(this.text, offset), flat: !startsLine(this.text, offset), near: node };
  }

  private spotInside(): Spot {
    const style = this.notation.styleOf(this.tree);
    return { style, unit: style.unit, indent: this.closeIndent() + style.unit, flat: false, near: this.change.node };
  }

  private spotForEmpty(): Spot {
    const { style, unit, near } = this.spotInside();
    if (this.change.onOneLine) return { style, unit, near, indent: this.closeIndent(), flat: true };
    return this.spotInside();
  }

  /** Each entry that something follows has a comma, and the last has one only if the file ends such lists with one. */
  private commas(): void {
    const { chunks } = this.layout;
    const trailing = (chunks.at(-1)?.comma ?? -1) >= 0;
    let followed = (this.change.arriving.get(chunks.length)?.length ?? 0) > 0;
    for (let index = chunks.length - 1; index >= 0; index -= 1) {
      const chunk = chunks[index];
      if (chunk && !this.change.leaving.has(index)) {
        const end = rangeEnd(chunk.item);
        if (followed && chunk.comma < 0) this.out.unshift(this.splice(end, end, ','));
        if (!followed && chunk.comma >= 0 && !trailing) this.add(chunk.comma, chunk.comma + 1, '');
        followed = true;
      }
      followed ||= (this.change.arriving.get(index)?.length ?? 0) > 0;
    }
  }
}

/** Whether a text ends inside a `//` comment; slashes within strings and block comments do not count. */
export function endsWithLineComment(text: string): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  const rest = line.replace(/"(?:[^"\\]|\\.)*"|\/\*.*?\*\//g, '').replace(/^.*\*\//, '');
  return rest.includes('//');
}
