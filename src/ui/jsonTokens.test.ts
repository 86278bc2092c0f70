import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTokens } from './jsonTokens.ts';

describe('jsonTokens', () => {
  it('names the parts of a line', () => {
    expect(jsonTokens('  "a": "{% $x %}", true').map((token) => [token.kind, token.text])).toEqual([
      ['plain', '  '], ['key', '"a"'], ['punctuation', ':'], ['plain', ' '], ['expression', '"{% $x %}"'], ['punctuation', ','], ['plain', ' '], ['word', 'true'],
    ]);
  });

  it('loses no character, whatever the line, so that colours stay under the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\n\r\u2028\u2029]/g, '')), (line) => {
      expect(jsonTokens(line).map((token) => token.text).join('')).toBe(line);
    }));
  });
});
