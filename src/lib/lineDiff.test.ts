import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from './lineDiff.ts';

const shown = (before: string, after: string): string => lineDiff(before, after).map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${text}`).join('\n');

describe('lineDiff', () => {
  it('shows what goes and what comes at its place', () => expect(shown('a\nb\nc', 'a\nx\nc\nd')).toBe(' a\n-b\n+x\n c\n+d'));
  it('keeps what stands further on', () => expect(shown('{\na\nb\n}', '{\nb\na\nb\n}')).toBe(' {\n+b\n a\n b\n }'));
  it('says nothing of equal texts', () => expect(shown('a\nb', 'a\nb')).toBe(' a\n b'));

  it('holds both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after);
      const side = (without: 'gone' | 'new'): string => lines.filter(({ kind }) => kind !== without).map((line) => line.text).join('\n');
      expect([side('new'), side('gone')]).toEqual([before, after]);
    }));
  });
});
