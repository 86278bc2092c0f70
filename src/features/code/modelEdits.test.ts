import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../asl/operations.ts';
import { applyEdits } from '../../asl/textEdits.ts';
import { atWholeCharacters, editsFromChanges, type ModelChange, spliceBetween } from './modelEdits.ts';

const anyText = fc.array(fc.constantFrom('a', 'b', '\n', '"', '😀', '\ud83d', '\ude00', 'é'), { maxLength: 20 }).map((parts) => parts.join(''));

/** As Monaco reports one operation: each change speaks of the text as the changes before it have left it, from the end to the start. */
const inTurn = (text: string, changes: readonly ModelChange[]): string =>
  changes.reduce((now, { rangeOffset, rangeLength, text: added }) => now.slice(0, rangeOffset) + added + now.slice(rangeOffset + rangeLength), text);

const anyEdits = (text: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(3), anyText), { maxLength: 5 }).map((drafts) => {
    let from = 0;
    return drafts.toSorted((a, b) => a[0] - b[0]).flatMap(([at, length, added]): TextEdit[] => {
      const offset = Math.max(at, from);
      if (offset > text.length) return [];
      const edit = { offset, length: Math.min(length, text.length - offset), text: added };
      from = offset + edit.length + 1;
      return [edit];
    });
  });

describe('editsFromChanges', () => {
  it('says in edits of the text before what Monaco says one after the other', () => {
    fc.assert(fc.property(anyText, fc.array(fc.tuple(fc.nat(), fc.nat(3), anyText), { maxLength: 6 }), (text, drafts) => {
      let length = text.length;
      const changes = drafts.map(([at, drop, added]): ModelChange => {
        const rangeOffset = at % (length + 1);
        const rangeLength = Math.min(drop, length - rangeOffset);
        length += added.length - rangeLength;
        return { rangeOffset, rangeLength, text: added };
      });
      expect(applyEdits(text, editsFromChanges(changes))).toBe(inTurn(text, changes));
    }));
  });

  it('keeps the edits of several carets apart', () => {
    expect(editsFromChanges([{ rangeOffset: 8, rangeLength: 0, text: 'x' }, { rangeOffset: 2, rangeLength: 1, text: '' }])).toEqual([
      { offset: 2, length: 1, text: '' },
      { offset: 8, length: 0, text: 'x' },
    ]);
  });
});

describe('atWholeCharacters', () => {
  it('changes the text in the same way and never ends inside a pair', () => {
    fc.assert(fc.property(anyText.chain((text) => fc.tuple(fc.constant(text), anyEdits(text))), ([text, edits]) => {
      const widened = atWholeCharacters(text, edits);
      expect(applyEdits(text, widened)).toBe(applyEdits(text, edits));
      for (const { offset, length } of widened) {
        for (const end of [offset, offset + length]) expect(/[\ud800-\udbff]$/.test(text.slice(0, end)) && /^[\udc00-\udfff]/.test(text.slice(end))).toBe(false);
      }
    }), { numRuns: 1_000 });
  });
});

describe('spliceBetween', () => {
  it('leads from one text to the other', () => {
    fc.assert(fc.property(anyText, anyText, (before, after) => {
      expect(applyEdits(before, spliceBetween(before, after))).toBe(after);
    }));
  });
});
