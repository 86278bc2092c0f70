import { rangeEnd } from '../intact.ts';
import type { Splice } from '../json/splices.ts';
import type { Tree } from '../tree.ts';
import { afterBreak, chunksOf, hasBlankLine, lineEndOf, lineStartOf, noteOf, type Chunk } from './blockLayout.ts';
import { notesOf, type Container } from './notes.ts';
import { spaces } from './render.ts';
import { yamlStyleOf, type YamlStyle } from './style.ts';

/** Whole lines of something that arrives, indented; made late, since it may carry edits. */
export type Coming = () => string;
type ComingTo = (column: number) => ReadonlyMap<number, readonly Coming[]>;

/** An empty `{}` or `[]` among blocks becomes a block when something comes into it. */
export function fillsAsBlock(tree: Tree, container: Container, arrives: boolean): boolean {
  const { holders, containers } = notesOf(tree);
  if (!arrives || noteOf(tree, container).entries.length > 0) return false;
  if (tree.text.slice(container.offset + 1, rangeEnd(container) - 1).trim() !== '') return false;
  const holder = holders.get(container);
  return !holder || containers.get(holder.container)?.style === 'block';
}

export function blockSplices(tree: Tree, text: string, container: Container, leaving: ReadonlySet<number>, coming: ComingTo): Splice[] {
  return new BlockRearranger(tree, text, container, leaving, coming).splices();
}

class BlockRearranger {
  private readonly tree: Tree;
  private readonly text: string;
  private readonly container: Container;
  private readonly style: YamlStyle;
  private readonly column: number;
  private readonly chunks: readonly Chunk[];
  private readonly leaves: readonly boolean[];
  /** By place among the entries. */
  private readonly arrivals: readonly (readonly Coming[])[];
  private readonly out: Splice[] = [];

  constructor(tree: Tree, text: string, container: Container, leaving: ReadonlySet<number>, coming: ComingTo) {
    this.tree = tree;
    this.text = text;
    this.container = container;
    this.style = yamlStyleOf(tree);
    const note = noteOf(tree, container);
    this.chunks = note.style === 'block' ? chunksOf(tree, container) : [];
    this.column = note.style === 'block' ? note.column : this.fillColumn();
    this.leaves = this.chunks.map(({ entry }) => entry.count > 0 && leaving.has(entry.first));
    const lists: Coming[][] = Array.from({ length: this.chunks.length + 1 }, () => []);
    for (const [at, list] of [...coming(this.column)].toSorted(([a], [b]) => a - b)) lists[this.placeOf(at)]?.push(...list);
    this.arrivals = lists;
  }

  splices(): Splice[] {
    const { chunks, arrivals, leaves } = this;
    if (chunks.length === 0) this.fill();
    else if (leaves.every(Boolean) && arrivals.every((list) => list.length === 0)) this.empty();
    else this.rearrange();
    return this.out;
  }

  /** Where among the entries something goes that is put before a member: a merge key's members stand together. */
  private placeOf(at: number): number {
    const index = this.chunks.findIndex(({ entry }) => at < entry.first + entry.count);
    if (index < 0) return this.chunks.length;
    return at > (this.chunks[index]?.entry.first ?? 0) ? index + 1 : index;
  }

  private add(from: number, to: number, text: Splice['text']): void {
    this.out.push({ offset: from, length: to - from, text, owner: this.container });
  }

  private rearrange(): void {
    const { chunks, leaves } = this;
    const firstStaying = leaves.indexOf(false);
    const [first] = chunks;
    let from = 0;
    // With the first entry on the line of a `-`, or with none that stays, what comes takes the place of the first.
    if (first && leaves[0] && (!first.ownLine || firstStaying < 0)) {
      const until = firstStaying < 0 ? chunks.length : firstStaying;
      const leading = this.arrivals.slice(0, until + 1).flat();
      from = until + 1;
      if (leading.length > 0) this.replaceFirst(first, leading);
      else this.removeFirst(first, firstStaying);
    } else if (first && leaves[0]) this.remove(0);
    for (let index = 1; index < chunks.length; index += 1) if (leaves[index]) this.remove(index);
    for (let at = from; at <= chunks.length; at += 1) this.insertAt(at, this.arrivals[at] ?? []);
  }

  private insertAt(at: number, list: readonly Coming[]): void {
    if (list.length === 0) return;
    const { chunks, leaves } = this;
    const before = leaves.lastIndexOf(false, at - 1);
    const after = leaves.indexOf(false, at);
    const next = chunks[after];
    if (at > 0 && before >= 0 && (before === at - 1 || after !== at)) this.insertAfter(before, list);
    else if (next) this.insertBefore(next, after, list);
  }

  /** Blank lines between entries are kept up. */
  private gap(index: number): string {
    const [one, two] = [this.chunks[index - 1], this.chunks[index]];
    return one && two && this.text.slice(one.to, two.from).trim() === '' && hasBlankLine(this.text, one.to, two.from) ? this.style.eol : '';
  }

  private insertAfter(index: number, list: readonly Coming[]): void {
    const chunk = this.chunks[index];
    if (!chunk) return;
    const gap = index > 0 ? this.gap(index) : this.gap(1);
    const { eol } = this.style;
    this.add(chunk.to, chunk.to, () => list.map((lines) => eol + gap + lines()).join(''));
  }

  private insertBefore(chunk: Chunk, index: number, list: readonly Coming[]): void {
    const { eol } = this.style;
    const gap = this.gap(index + 1);
    if (chunk.ownLine) {
      this.add(chunk.from, chunk.from, () => list.map((lines) => lines() + eol + gap).join(''));
      return;
    }
    const start = this.behindDash(chunk);
    this.add(start, chunk.entry.start, () => this.onDash(list.map((lines) => lines()).join(eol + gap), start, chunk.entry.start) + eol + gap + spaces(this.column));
  }

  private replaceFirst(first: Chunk, list: readonly Coming[]): void {
    const { eol } = this.style;
    const join = (): string => list.map((lines) => lines()).join(eol);
    if (first.ownLine) this.add(first.from, first.to, join);
    else {
      const start = this.behindDash(first);
      this.add(start, first.to, () => this.onDash(join(), start, first.entry.start));
    }
  }

  /** Lines that begin on the line of a `-`; a comment needs a line of its own. */
  private onDash(lines: string, from: number, to: number): string {
    const body = lines.slice(this.column);
    return body.startsWith('#') ? this.style.eol + lines : this.text.slice(from, to) + body;
  }

  private behindDash(chunk: Chunk): number {
    let at = chunk.entry.start;
    while (at > 0 && (this.text[at - 1] === ' ' || this.text[at - 1] === '\t')) at -= 1;
    return at;
  }

  private removeFirst(first: Chunk, staying: number): void {
    const next = this.chunks[staying];
    if (!next) return;
    const between = this.chunks.slice(1, staying + 1).map((chunk, index) => this.text.slice(this.chunks[index]?.to ?? 0, chunk.from));
    const bare = next.from === lineStartOf(this.text, next.entry.start) && between.every((gap) => gap.trim() === '');
    if (bare) this.add(first.entry.start, next.entry.start, '');
    else this.add(this.behindDash(first), first.to, '');
  }

  /** Whole lines, with one of the blank lines around them. The last ones go with the break before them: the one behind belongs to others too. */
  private remove(index: number): void {
    const chunk = this.chunks[index];
    if (!chunk) return;
    const previous = this.chunks[index - 1];
    const end = afterBreak(this.text, chunk.to);
    const blankBelow = end >= this.text.length || this.text.slice(end, lineEndOf(this.text, end)).trim() === '';
    const tidy = previous && blankBelow && this.text.slice(previous.to, chunk.from).trim() === '' && hasBlankLine(this.text, previous.to, chunk.from);
    if (this.leaves.includes(false, index)) this.add(tidy ? afterBreak(this.text, previous.to) : chunk.from, end, '');
    else this.add(tidy ? previous.to : this.breakBefore(chunk.from), chunk.to, '');
  }

  private breakBefore(offset: number): number {
    if (this.text.slice(0, offset).endsWith('\r\n')) return offset - 2;
    return Math.max(0, offset - 1);
  }

  private empty(): void {
    const braces = this.container.kind === 'object' ? '{}' : '[]';
    const holder = notesOf(this.tree).holders.get(this.container);
    const [first] = this.chunks;
    if (!first) return;
    if (!first.ownLine) this.add(first.entry.start, first.to, braces);
    else if (!holder) this.add(first.from, first.to, braces);
    else {
      const at = this.behindHead(holder.entry.head);
      this.add(at, at, ` ${braces}`);
      this.remove(0);
    }
    for (let index = 1; index < this.chunks.length; index += 1) this.remove(index);
  }

  /** Behind the `:` or `-`, or behind the anchor there. */
  private behindHead(head: number): number {
    const props = notesOf(this.tree).values.get(this.container)?.propsEnd ?? -1;
    return props >= 0 ? props : head;
  }

  private fillColumn(): number {
    const holder = notesOf(this.tree).holders.get(this.container);
    if (!holder) return 0;
    const { column } = noteOf(this.tree, holder.container);
    if (holder.container.kind === 'array') return column + 2;
    return column + (this.container.kind === 'array' && this.style.indentless ? 0 : this.style.unit);
  }

  private fill(): void {
    const { container, text } = this;
    const { eol } = this.style;
    const holder = notesOf(this.tree).holders.get(container);
    const list = this.arrivals.flat();
    const until = rangeEnd(container);
    const join = (): string => list.map((lines) => lines()).join(eol);
    if (!holder) {
      this.add(container.offset, until, join);
      return;
    }
    const lineEnd = lineEndOf(text, until);
    const tail = text.slice(until, lineEnd).trimEnd();
    const from = this.behindHead(holder.entry.head);
    if (text.slice(from, container.offset).trim() !== '' || /[\r\n]/.test(text.slice(from, container.offset))) {
      // A comment, a tag or a line break stands between: the block begins below them.
      this.add(lineStartOf(text, container.offset) >= from ? lineStartOf(text, container.offset) : container.offset, until, join);
      return;
    }
    const below = tail !== '' || holder.container.kind === 'object' || from !== holder.entry.head;
    this.add(from, until + tail.length, () => {
      const lines = join();
      return below || lines.slice(this.column).startsWith('#') ? tail + eol + lines : ` ${lines.slice(this.column)}`;
    });
  }
}
