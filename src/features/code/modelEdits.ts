import type { TextEdit } from '../../asl/operations.ts';
import { applyEdits, composeEdits, editEnd } from '../../asl/textEdits.ts';

/** The part of Monaco's content change that speaks of offsets. */
export interface ModelChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Monaco's changes as edits of the text before the event. The changes of one operation run from the end of the text to its start;
 * an event may carry several operations one after the other, and those of a later one speak of the text in between.
 */
export function editsFromChanges(changes: readonly ModelChange[]): readonly TextEdit[] {
  const splices = changes.map(({ rangeOffset, rangeLength, text }): TextEdit => ({ offset: rangeOffset, length: rangeLength, text }));
  const backwards = splices.every((splice, at) => at === 0 || editEnd(splice) <= (splices[at - 1]?.offset ?? 0));
  const edits = backwards ? splices.toReversed() : splices.reduce<readonly TextEdit[]>((before, splice) => composeEdits(before, [splice]), []);
  return joinAtOnePlace(edits);
}

/** Two insertions at one offset are one, so that nobody has to know their order. */
function joinAtOnePlace(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && editEnd(last) === edit.offset && (last.length === 0 || edit.length === 0)) {
      joined[joined.length - 1] = { offset: last.offset, length: last.length + edit.length, text: last.text + edit.text };
    } else joined.push(edit);
  }
  return joined;
}

/**
 * The same change without an end in the middle of a surrogate pair: Monaco would push such an end aside and the texts would part.
 * Rare, so one splice over everything will do.
 */
export function atWholeCharacters(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (!edits.some((edit) => splitsPair(text, edit.offset) || splitsPair(text, editEnd(edit)))) return edits;
  const after = applyEdits(text, edits);
  const [splice] = spliceBetween(text, after);
  if (!splice) return [];
  const start = splitsPair(text, splice.offset) ? splice.offset - 1 : splice.offset;
  const end = splitsPair(text, editEnd(splice)) ? editEnd(splice) + 1 : editEnd(splice);
  return [{ offset: start, length: end - start, text: after.slice(start, after.length - (text.length - end)) }];
}

const splitsPair = (text: string, at: number): boolean => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The one splice between two texts: for a follower that missed the steps between them. */
export function spliceBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  return [{ offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) }];
}
