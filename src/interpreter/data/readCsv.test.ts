import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsFromText } from './itemsFromText.ts';
import { readCsv } from './readCsv.ts';

describe('readCsv', () => {
  it.each([
    ['a,b\nc,d\n', [['a', 'b'], ['c', 'd']]],
    ['a,b\r\nc,d', [['a', 'b'], ['c', 'd']]],
    ['a,,\n  \n\nb', [['a', '', ''], ['  '], ['b']]],
    ['"a,b","c ""d"""\n"two\nlines"', [['a,b', 'c "d"'], ['two\nlines']]],
    ['a\\,b,c\\\\,\\"d\\",\\x', [['a,b', 'c\\', '"d"', 'x']]],
    ['\uFEFFa', [['a']]],
    ['""', [['']]],
    ['', []],
  ])('%j', (text, records) => {
    expect(readCsv(text, ',')).toEqual(records);
  });

  it('reads back what was written with quotes', () => {
    const cell = fc.string();
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`;
      expect(readCsv(rows.map((cells) => cells.map(quoted).join('|')).join('\n'), '|')).toEqual(rows);
    }));
  });
});

describe('itemsFromText', () => {
  const ok = (value: unknown) => ({ ok: true, value });
  const failed = (cause: string) => ({ ok: false, error: { error: 'States.ItemReaderFailed', cause } });
  it.each([
    ['names from the first row; cells are cut and filled to them', 'a,b\n1\n1,2,3\n', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, ok([{ a: '1', b: '' }, { a: '1', b: '2' }])],
    ['names as given, another delimiter', '1;2\n', { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['x', 'y'], CSVDelimiter: 'SEMICOLON' }, ok([{ x: '1', y: '2' }])],
    ['a name that stands twice', 'a,a\n1,2', { InputType: 'CSV' }, failed('CSV headers cannot contain duplicates.')],
    ['a name that objects have by birth', '__proto__,b\n1,2', { InputType: 'CSV' }, ok([JSON.parse('{"__proto__": "1", "b": "2"}')])],
    ['JSON Lines', '{"a":1}\n\n2\r\n', { InputType: 'JSONL' }, ok([{ a: 1 }, 2])],
    ['JSON of any kind', '{"a":[1]}', { InputType: 'JSON' }, ok({ a: [1] })],
    ['text that is no JSON', 'hello', { InputType: 'JSON' }, failed('Attempting to map over non-iterable node.')],
  ])('%s', (_, text, config, expected) => {
    expect(itemsFromText(text, config)).toEqual(expected);
  });
});
