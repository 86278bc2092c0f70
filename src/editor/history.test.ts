import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../asl/operations.ts';
import { applyEdits, invertEdits } from '../asl/textEdits.ts';
import { applySteps, emptyHistory, HISTORY_DEPTH, record, stepsBack, stepsForward, type Entry, type History } from './history.ts';
import { emptySidecar } from './sidecar.ts';
import { spliceBetween } from './step.ts';

const beside = { sidecar: emptySidecar, selected: [] };
const entryOf = (text: string, edits: readonly TextEdit[], gesture?: string): Entry => ({
  label: 'Edit', steps: [{ forward: edits, inverse: invertEdits(text, edits) }], before: beside, after: beside, ...(gesture === undefined ? {} : { gesture }),
});

/** Random splices as fractions of the text they will meet, some of them typed in one gesture. */
const anySplices = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(4), put: fc.string({ maxLength: 4 }), gesture: fc.constantFrom(undefined, 'a', 'b') }), { maxLength: 40 });

function play(start: string, splices: readonly { at: number; cut: number; put: string; gesture: string | undefined }[]): { text: string; history: History } {
  let text = start;
  let history = emptyHistory;
  for (const { at, cut, put, gesture } of splices) {
    const offset = Math.floor(at * text.length);
    const edits = [{ offset, length: Math.min(cut, text.length - offset), text: put }];
    history = record(history, entryOf(text, edits, gesture));
    text = applyEdits(text, edits);
  }
  return { text, history };
}

describe('history', () => {
  it('H1: edits of one gesture are one entry, another gesture begins the next', () => {
    const { history } = play('', [{ at: 1, cut: 0, put: 'a', gesture: 'a' }, { at: 1, cut: 0, put: 'b', gesture: 'a' }, { at: 1, cut: 0, put: 'c', gesture: 'b' }]);
    expect(history.past).toHaveLength(2);
    expect(history.past[0]?.steps).toEqual([{ forward: [{ offset: 0, length: 0, text: 'ab' }], inverse: [{ offset: 0, length: 2, text: '' }] }]);
  });

  it('H2: a new entry drops what could be redone and keeps the depth', () => {
    const undone = { past: [], future: [entryOf('', [])] };
    expect(record(undone, entryOf('', [])).future).toEqual([]);
    const full = play('', Array.from({ length: HISTORY_DEPTH + 5 }, () => ({ at: 1, cut: 0, put: 'x', gesture: undefined })));
    expect(full.history.past).toHaveLength(HISTORY_DEPTH);
  });

  it('H3: undoing everything restores the identical text, and redoing everything the text after', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), anySplices, (start, splices) => {
        const { text, history } = play(start, splices);
        const back = history.past.toReversed().reduce((now, entry) => applySteps(now, stepsBack(entry)), text);
        expect(back).toBe(start);
        expect(history.past.reduce((now, entry) => applySteps(now, stepsForward(entry)), back)).toBe(text);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
    );
  });

  it('H4: the splice between two texts leads from one to the other', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => expect(applyEdits(before, spliceBetween(before, after))).toBe(after)));
  });
});
