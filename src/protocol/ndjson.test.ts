import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter, ndjsonLine, parseLine } from './ndjson.ts';

describe('lineSplitter', () => {
  it('finds the same lines however the text is cut', () => {
    const lines = fc.array(fc.string({ minLength: 1 }).filter((line) => !/[\r\n]/.test(line)));
    fc.assert(fc.property(lines, fc.array(fc.nat({ max: 40 })), fc.constantFrom('\n', '\r\n'), (expected, cuts, end) => {
      const splitter = lineSplitter();
      const found: string[] = [];
      let text = expected.map((line) => line + end).join('');
      for (const cut of cuts) {
        found.push(...splitter.push(text.slice(0, cut)));
        text = text.slice(cut);
      }
      found.push(...splitter.push(text));
      expect(found).toEqual(expected);
      expect(splitter.rest()).toBe('');
    }));
  });
  it('hands out what stands after the last line end once', () => {
    const splitter = lineSplitter();
    expect(splitter.push('a\n\n\nb')).toEqual(['a']);
    expect([splitter.rest(), splitter.rest()]).toEqual(['b', '']);
  });
  it('refuses a line without end', () => {
    const splitter = lineSplitter(10);
    splitter.push('12345');
    expect(() => splitter.push('678901')).toThrow('more than 10');
    expect(() => lineSplitter(3).push('abcd\n')).toThrow('more than 3');
  });
  it('carries JSON values with line ends inside', () => {
    const value = { text: 'a\nb\r\u2028' };
    const [line = ''] = lineSplitter().push(ndjsonLine(value));
    expect(parseLine(line)).toEqual(value);
    expect(parseLine('{')).toBeUndefined();
  });
});
