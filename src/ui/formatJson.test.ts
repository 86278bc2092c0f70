import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './formatJson.ts';

describe('formatJson', () => {
  it('indents as JSON.stringify does', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }));
  });

  it('leaves spellings and doubled keys as they are', () => {
    expect(formatJson('{"a":1.0,"a":12345678901234567890,"b":"\\u00e9 {}"}')).toBe('{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "b": "\\u00e9 {}"\n}');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      const once = formatJson(text);
      expect(formatJson(once)).toBe(once);
    }));
  });
});
