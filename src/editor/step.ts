import type { TextEdit } from '../asl/operations.ts';

/** One set of edits: `forward` speaks of the text before, `inverse` of the text after it. */
export interface Step {
  readonly forward: readonly TextEdit[];
  readonly inverse: readonly TextEdit[];
}

/** A typed word is many one-letter steps; those that touch become one, so that undoing a long burst stays one splice. */
export function joinSteps(first: readonly Step[], second: readonly Step[]): readonly Step[] {
  const joined = [...first];
  for (const step of second) {
    const last = joined.at(-1);
    const merged = last && mergeTouching(last, step);
    if (merged) joined[joined.length - 1] = merged;
    else joined.push(step);
  }
  return joined;
}

function mergeTouching(a: Step, b: Step): Step | null {
  const [f1, i1, f2, i2] = [single(a.forward), single(a.inverse), single(b.forward), single(b.inverse)];
  if (!f1 || !i1 || !f2 || !i2) return null;
  const insertedEnd = f1.offset + f1.text.length;
  const startsInside = f2.offset >= f1.offset && f2.offset <= insertedEnd;
  if (startsInside && f2.offset + f2.length <= insertedEnd) {
    const at = f2.offset - f1.offset;
    const text = f1.text.slice(0, at) + f2.text + f1.text.slice(at + f2.length);
    return stepOf(f1.offset, f1.length, text, i1.text);
  }
  const deletesBackwards = f1.text === '' && f2.text === '' && f2.offset + f2.length === f1.offset;
  if (deletesBackwards) return stepOf(f2.offset, f1.length + f2.length, '', i2.text + i1.text);
  return null;
}

const stepOf = (offset: number, length: number, text: string, removed: string): Step => ({
  forward: [{ offset, length, text }],
  inverse: [{ offset, length: text.length, text: removed }],
});

const single = (edits: readonly TextEdit[]): TextEdit | null => (edits.length === 1 ? (edits[0] ?? null) : null);

/** The one splice between two texts: for a follower that missed the steps between them. */
export function spliceBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return [{ offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) }];
}
