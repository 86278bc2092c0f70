import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../asl/operations.ts';
import { applyEdits, invertEdits } from '../asl/textEdits.ts';
import { emptyHistory, HISTORY_DEPTH, record, type Entry, type History } from './history.ts';

const entryOf = (text: string, edits: readonly TextEdit[], gesture?: string): Entry => ({
  label: 'Edit', forward: edits, inverse: invertEdits(text, edits), selectedBefore: [], selectedAfter: [], ...(gesture === undefined ? {} : { gesture }),
});

interface Splice {
  /** Where, as a fraction of the text it will meet. */
  readonly at: number;
  readonly cut: number;
  readonly put: string;
  readonly gesture: string | undefined;
}
const anySplices = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(4), put: fc.string({ maxLength: 4 }), gesture: fc.constantFrom(undefined, 'a', 'b') }),
  { maxLength: 40 },
);

function play(start: string, splices: readonly Splice[]): { text: string; history: History } {
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

const typed = (put: string, gesture?: string): Splice => ({ at: 1, cut: 0, put, gesture });

describe('history', () => {
  it('H1: edits of one gesture are one entry, another gesture begins the next', () => {
    const { history } = play('', [typed('a', 'a'), typed('b', 'a'), typed('c', 'b')]);
    expect(history.past.map((entry) => entry.forward)).toEqual([[{ offset: 0, length: 0, text: 'ab' }], [{ offset: 2, length: 0, text: 'c' }]]);
  });

  it('H2: a new entry drops what could be redone and keeps the depth', () => {
    const undone = { past: [], future: [entryOf('', [])] };
    expect(record(undone, entryOf('', [])).future).toEqual([]);
    expect(play('', Array.from({ length: HISTORY_DEPTH + 5 }, () => typed('x'))).history.past).toHaveLength(HISTORY_DEPTH);
  });

  it('H3: undoing everything restores the identical text, and redoing everything the text after', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), anySplices, (start, splices) => {
        const { text, history } = play(start, splices);
        const back = history.past.toReversed().reduce((now, entry) => applyEdits(now, entry.inverse), text);
        expect(back).toBe(start);
        expect(history.past.reduce((now, entry) => applyEdits(now, entry.forward), back)).toBe(text);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
    );
  });
});
