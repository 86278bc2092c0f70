import { rangeEnd } from '../intact.ts';
import type { ArrayNode, Member, ObjectNode, Range, ValueNode } from '../tree.ts';

const isBlank = (text: string, offset: number): boolean => text[offset] === ' ' || text[offset] === '\t';
const isBreak = (text: string, offset: number): boolean => text[offset] === '\n' || text[offset] === '\r';

/** True when only blanks stand before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && isBlank(text, at)) at -= 1;
  return at < 0 || isBreak(text, at);
}

/** Behind the blanks that follow `offset`. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (isBlank(text, at)) at += 1;
  return at;
}

/** True when only blanks stand behind `offset` on its line. */
export function endsLine(text: string, offset: number): boolean {
  const at = skipBlanks(text, offset);
  return at >= text.length || isBreak(text, at);
}

/** The blanks that begin the line of `offset`. */
export function indentOf(text: string, offset: number): string {
  // Not lastIndexOf: a search for a line end that the file never uses would run to its start each time.
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start -= 1;
  return text.slice(start, Math.min(skipBlanks(text, start), Math.max(offset, start)));
}

export const hasBreak = (text: string): boolean => /[\r\n]/.test(text);
export const countBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** An entry of a container with all that belongs to it and travels or vanishes with it. */
export interface Chunk {
  /** Where its leading comments start, or the entry itself. */
  readonly start: number;
  readonly item: Range;
  /** Offset of its comma; -1 where it has none. */
  readonly comma: number;
  /** Behind its comma and the comments on its line. */
  readonly end: number;
}

export interface ContainerLayout {
  /** Between the brackets. */
  readonly inside: Range;
  readonly chunks: readonly Chunk[];
  /** Comments that belong to no entry, in order. */
  readonly loose: readonly Range[];
}

interface Gap {
  readonly comma: number;
  readonly comments: readonly Range[];
}

/** JSON's comments, or those of YAML's `{…}` and `[…]`. */
export type CommentMark = '/' | '#';

/** Commas and comments between two offsets; anything else there would have been a fatal problem. */
function scanGap(text: string, from: number, to: number, mark: CommentMark): Gap {
  const comments: Range[] = [];
  let comma = -1;
  for (let at = from; at < to; at += 1) {
    if (text[at] === ',' && comma < 0) comma = at;
    if (text[at] !== mark) continue;
    const end = commentEnd(text, at, to);
    comments.push({ offset: at, length: end - at });
    at = end - 1;
  }
  return { comma, comments };
}

function commentEnd(text: string, offset: number, limit: number): number {
  if (text[offset] === '/' && text[offset + 1] === '*') {
    const close = text.indexOf('*/', offset + 2);
    return close < 0 ? limit : Math.min(close + 2, limit);
  }
  let at = offset;
  while (at < limit && !isBreak(text, at)) at += 1;
  return at;
}

/** Which comments of a gap lead the entry behind it: those on its line, and the block of lines directly above. */
function leadOf(text: string, gap: Gap, anchor: number, next: number): number {
  let start = next;
  for (const comment of gap.comments.toReversed()) {
    if (comment.offset < anchor) break;
    const breaks = countBreaks(text.slice(rangeEnd(comment), start));
    const onOwnLine = hasBreak(text.slice(anchor, comment.offset));
    if (breaks > 1 || (breaks === 1 && !onOwnLine)) break;
    start = comment.offset;
  }
  return start;
}

/** The end of an entry: behind its comma, and behind the comments on that line that do not lead the next entry. */
function tailOf(text: string, gap: Gap, anchor: number, nextLead: number): number {
  let end = anchor;
  for (const comment of gap.comments) {
    if (comment.offset < anchor) continue;
    if (comment.offset >= nextLead || hasBreak(text.slice(end, comment.offset))) break;
    end = rangeEnd(comment);
  }
  return end;
}

export const entriesOf = (node: ObjectNode | ArrayNode): readonly (Member | ValueNode)[] => (node.kind === 'object' ? node.members : node.items);

/** Says for an intact container which text belongs to which entry. */
export function layoutOf(text: string, node: ObjectNode | ArrayNode, mark: CommentMark = '/', items: readonly Range[] = entriesOf(node)): ContainerLayout {
  const inside = { offset: node.offset + 1, length: node.length - 2 };
  const chunks: Chunk[] = [];
  const loose: Range[] = [];
  let from = inside.offset;
  for (let index = 0; index <= items.length; index += 1) {
    const item = items[index];
    const previous = items[index - 1];
    const to = item?.offset ?? rangeEnd(inside);
    const gap = scanGap(text, from, to, mark);
    const anchor = gap.comma >= 0 ? gap.comma + 1 : from;
    const lead = item ? leadOf(text, gap, anchor, to) : to;
    const tail = previous ? tailOf(text, gap, anchor, lead) : from;
    if (previous) chunks.push({ ...chunks.pop()!, comma: gap.comma, end: tail });
    if (item) chunks.push({ start: lead, item, comma: -1, end: rangeEnd(item) });
    loose.push(...gap.comments.filter((comment) => comment.offset >= tail && comment.offset < lead));
    if (item) from = rangeEnd(item);
  }
  return { inside, chunks, loose };
}

/** Gives the lines behind the first a new indentation in place of the old one; lines indented less are kept. */
export function reindent(text: string, from: string, to: string): string {
  if (from === to) return text;
  return text.replace(/(\r\n|\r|\n)([ \t]*)(?=[^\r\n]|$)/g, (line, lineEnd: string, indent: string) =>
    indent.startsWith(from) ? lineEnd + to + indent.slice(from.length) : line,
  );
}
