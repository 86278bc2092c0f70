import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from './operations.ts';
import { applyEdits, composeEdits, invertEdits, mapOffset } from './textEdits.ts';

/** Sorted edits that do not overlap, on a text of that length. */
const editsOn = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc.array(fc.record({ skip: fc.nat(6), length: fc.nat(4), text: fc.string({ maxLength: 4 }) }), { maxLength: 6 }).map((parts) => {
    let at = 0;
    return parts.flatMap((part) => {
      const offset = at + part.skip;
      if (offset + part.length > length) return [];
      at = offset + part.length + 1;
      return [{ offset, length: part.length, text: part.text }];
    });
  });

const texts = fc.string({ minLength: 4, maxLength: 40 });

describe('text edits', () => {
  it('T1: inverse edits restore the identical text', () => {
    fc.assert(
      fc.property(texts.chain((text) => fc.tuple(fc.constant(text), editsOn(text.length))), ([text, edits]) => {
        expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
      }),
    );
  });

  it('T2: composed edits do what both lists do, one after the other', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const text = g(() => texts);
        const first = g(editsOn, text.length);
        const between = applyEdits(text, first);
        const second = g(editsOn, between.length);
        const composed = composeEdits(first, second);
        expect(applyEdits(text, composed)).toBe(applyEdits(between, second));
        expect(composed.every((edit, index) => index === 0 || edit.offset >= composed[index - 1]!.offset + composed[index - 1]!.length)).toBe(true);
      }),
    );
  });

  it('T3: an offset outside of edited text keeps the character it stands at', () => {
    fc.assert(
      fc.property(texts.chain((text) => fc.tuple(fc.constant(text), editsOn(text.length), fc.nat(text.length - 1))), ([text, edits, offset]) => {
        fc.pre(!edits.some((edit) => edit.offset <= offset && offset < edit.offset + edit.length));
        expect(applyEdits(text, edits)[mapOffset(edits, offset)]).toBe(text[offset]);
      }),
    );
  });

  it('maps an offset at an insertion to either side, and one in replaced text behind it', () => {
    const insertion = [{ offset: 2, length: 0, text: 'xyz' }];
    expect([mapOffset(insertion, 2), mapOffset(insertion, 2, 'before')]).toEqual([5, 2]);
    expect(mapOffset([{ offset: 1, length: 3, text: 'xyzw' }], 2)).toBe(5);
  });
});
