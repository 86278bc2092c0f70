import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportJson } from './exportText.ts';
import { parseJson } from './json/parseJson.ts';
import { documentFrom } from './testing/documents.ts';
import { toJson } from './toJson.ts';

describe('exportJson', () => {
  it('leaves out comments and trailing commas and keeps every other byte', () => {
    const text = '\ufeff// head\n{\n  "a": 1.0, // one\n  /* about b */ "b": "x\ty", /* two */ // more\n\n  // alone\n  "c": [1, 2, ],\n}\n';
    expect(exportJson(text)).toEqual({
      ok: true,
      value: {
        text: '{\n  "a": 1.0,\n  "b": "x\\ty",\n\n  "c": [1, 2 ]\n}\n',
        notes: [
          '6 comments were left out, since AWS takes strict JSON (lines 1, 3, 4, 6).',
          '2 trailing commas were left out (line 7).',
          'Raw control characters in texts were written as escapes (line 4).',
        ],
      },
    });
  });

  it('gives back strict JSON as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(exportJson(text)).toEqual({ ok: true, value: { text, notes: [] } });
      }),
    );
  });

  it('gives strict JSON of the same value for any document without bare placeholders', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const text = documentFrom(g).text.replaceAll('${X}', '0');
        const exported = exportJson(text);
        expect(exported.ok && JSON.parse(exported.value.text)).toEqual(toJson(parseJson(text).root!));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { what: 'broken text', text: '{\n"a": }', says: 'line 2' },
    { what: 'a bare placeholder', text: '{"a": ${X}}', says: '${X} on line 1 stands without quotation marks' },
  ])('refuses $what and names the line', ({ text, says }) => {
    const result = exportJson(text);
    expect(result.ok ? '' : result.error.message).toContain(says);
  });
});
