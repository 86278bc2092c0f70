import type { Tree } from '../tree.ts';
import { notesOf, type Container, type Entry, type Holder } from './notes.ts';
import { spaces } from './render.ts';
import { columnOf } from './TreeBuilder.ts';

/** An entry of a block with the lines that belong to it and travel or vanish with it. */
export interface Chunk {
  readonly entry: Entry;
  /** Start of the line on which its leading comments or itself begin; where it shares the line of a `-`, its own start. */
  readonly from: number;
  /** End of its last line, tail and deeper comments included, without the line break. */
  readonly to: number;
  /** True when it begins its line. */
  readonly ownLine: boolean;
}

export const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

export function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text[start - 1])) start -= 1;
  return text[start] === '\ufeff' ? start + 1 : start;
}

export function lineEndOf(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return end;
}

/** Behind the line break that begins there. */
export const afterBreak = (text: string, offset: number): number => (text.startsWith('\r\n', offset) ? offset + 2 : Math.min(offset + 1, text.length));

type LineKind = 'blank' | 'comment' | 'other';

function lineKind(text: string, start: number): LineKind {
  const line = text.slice(start, lineEndOf(text, start)).trimStart();
  return line === '' ? 'blank' : line.startsWith('#') ? 'comment' : 'other';
}

/** Behind an entry's value: its tail comment, and the comments below that are indented deeper than itself where its value is a block. */
export function extentOf(tree: Tree, entry: Entry, column: number, deep: boolean, limit: number): number {
  const { text } = tree;
  let end = lineEndOf(text, entry.end);
  // Something else on that line: the entry is inside a flow collection or is followed by what was not understood.
  const rest = text.slice(entry.end, end).trim();
  if (rest !== '' && !rest.startsWith('#')) return entry.end;
  if (!deep) return end;
  for (let at = afterBreak(text, end); at < limit && at < text.length; ) {
    const kind = lineKind(text, at);
    const lineEnd = lineEndOf(text, at);
    if (kind === 'other') break;
    if (kind === 'comment') {
      if (columnOf(text, at + (text.slice(at, lineEnd).length - text.slice(at, lineEnd).trimStart().length)) <= column) break;
      end = lineEnd;
    }
    if (lineEnd >= text.length) break;
    at = afterBreak(text, lineEnd);
  }
  return end;
}

const layouts = new WeakMap<Container, readonly Chunk[]>();

/** Says for a block which lines belong to which entry. */
export function chunksOf(tree: Tree, container: Container): readonly Chunk[] {
  let known = layouts.get(container);
  if (!known) layouts.set(container, (known = layOut(tree, container)));
  return known;
}

function layOut(tree: Tree, container: Container): readonly Chunk[] {
  const { text } = tree;
  const { entries, column } = noteOf(tree, container);
  const chunks: Chunk[] = [];
  for (const entry of entries) {
    const ownStart = lineStartOf(text, entry.start);
    const ownLine = text.slice(ownStart, entry.start).trim() === '';
    const floor = chunks.at(-1)?.to ?? blockStart(tree, container);
    const from = ownLine ? leadOf(text, ownStart, floor) : entry.start;
    const to = extentOf(tree, entry, column, isDeep(tree, container, entry), text.length);
    chunks.push({ entry, from, to, ownLine });
  }
  return chunks;
}

export function noteOf(tree: Tree, container: Container) {
  const note = notesOf(tree).containers.get(container);
  if (!note) throw new Error('The container is not of this tree');
  return note;
}

export const valueAt = (container: Container, index: number) => (container.kind === 'object' ? container.members[index]?.value : container.items[index]);

/** Below a block or an empty value, deeper comments are about what it holds. */
function isDeep(tree: Tree, container: Container, entry: Entry): boolean {
  if (entry.count !== 1 || entry.merge) return false;
  const value = valueAt(container, entry.first);
  const style = value && notesOf(tree).values.get(value)?.style;
  const isEmpty = (value?.kind === 'object' && value.members.length === 0) || (value?.kind === 'array' && value.items.length === 0);
  return style === 'block' || style === 'empty' || (style === 'flow' && isEmpty);
}

/** Behind the `key:` or `-` that holds this block; the start of the text for the root. */
function blockStart(tree: Tree, container: Container): number {
  const holder: Holder | undefined = notesOf(tree).holders.get(container);
  if (!holder) return 0;
  return holder.entry.head < 0 ? holder.entry.start : holder.entry.head;
}

/** The comment lines directly above, back to the entry before. */
function leadOf(text: string, ownStart: number, floor: number): number {
  let start = ownStart;
  while (start > floor) {
    const previous = lineStartOf(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    if (previous < floor || previous >= start || lineKind(text, previous) !== 'comment') break;
    start = previous;
  }
  return start;
}

/** True when a line with nothing on it stands between two offsets. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  return /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(text.slice(from, to));
}

/** Moves all lines of a text to another column, the first one too where `first` says so; empty ones stay empty. */
export function shift(text: string, by: number, first = true): string {
  if (by === 0) return text;
  const parts = text.split(/(\r\n|\r|\n)/);
  return parts.map((line, index) => (index % 2 === 1 || line === '' || (index === 0 && !first) ? line : shiftLine(line, by))).join('');
}

function shiftLine(line: string, by: number): string {
  if (by > 0) return spaces(by) + line;
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(-by, indent));
}
