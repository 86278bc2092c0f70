import type { TextEdit } from '../operations.ts';
import type { ValueNode } from '../tree.ts';

/** A splice in the making. Its text may depend on other splices: what is moved carries the edits inside it. */
export interface Splice {
  readonly offset: number;
  readonly length: number;
  readonly text: string | (() => string);
  /** The container whose entries it rearranges; absent for splices of one value or name. */
  readonly owner?: ValueNode;
}

const end = (splice: { offset: number; length: number }): number => splice.offset + splice.length;

/** Sorted; at one offset insertions come first, and of two that start together the one that covers the other. */
function sorted(splices: readonly Splice[]): Splice[] {
  const rank = (splice: Splice): number => (splice.length === 0 ? Number.POSITIVE_INFINITY : splice.length + (splice.owner ? 0.5 : 0));
  return splices.toSorted((a, b) => a.offset - b.offset || (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

/** Without those that lie in text which another one takes away. */
function outermost(splices: readonly Splice[]): Splice[] {
  const kept: Splice[] = [];
  let covered = -1;
  for (const splice of sorted(splices)) {
    if (splice.length === 0 ? splice.offset < covered : end(splice) <= covered) continue;
    kept.push(splice);
    covered = Math.max(covered, end(splice));
  }
  return kept;
}

const spell = (splice: Splice): string => (typeof splice.text === 'string' ? splice.text : splice.text());

/** The final edits: neighbours are joined, and what changes nothing is left out. */
export function editsFrom(text: string, splices: readonly Splice[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const splice of outermost(splices)) {
    const edit = { offset: splice.offset, length: splice.length, text: spell(splice) };
    const last = edits.at(-1);
    if (last && end(last) === edit.offset) edits[edits.length - 1] = { offset: last.offset, length: last.length + edit.length, text: last.text + edit.text };
    else edits.push(edit);
  }
  return edits.filter((edit) => edit.text !== text.slice(edit.offset, end(edit)));
}

/** The text of a range with the splices inside it applied, those of the container that the range is taken from excepted. */
export function textWithin(text: string, splices: readonly Splice[], from: number, to: number, taker: ValueNode): string {
  const inside = splices.filter((splice) => splice.offset >= from && end(splice) <= to && splice.owner !== taker);
  const parts: string[] = [];
  let at = from;
  for (const splice of outermost(inside)) {
    parts.push(text.slice(at, splice.offset), spell(splice));
    at = end(splice);
  }
  parts.push(text.slice(at, to));
  return parts.join('');
}
