import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileEncoding } from './fileSpelling.ts';
import { decodeFile, encodeFile } from './fileText.ts';

const bytes = (...values: (number | string)[]): Uint8Array =>
  new Uint8Array(values.flatMap((value) => (typeof value === 'string' ? [...new TextEncoder().encode(value)] : [value])));

const read = (file: Uint8Array) => {
  const result = decodeFile(file);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('decodeFile and encodeFile', () => {
  it('give back the identical bytes in every encoding, mark and line end', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ' ', '\t', '\u00e9', '\u6f22', '\u{1f600}', '\u2028', '\ufeff', '\u0001') }), { minLength: 1 });
    const encodings = fc.constantFrom<FileEncoding>('utf-8', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(lines, encodings, fc.boolean(), fc.constantFrom('\n' as const, '\r\n' as const), (parts, encoding, bom, eol) => {
        // Without a mark UTF-16 is known by its ASCII characters, as a definition begins with them.
        const text = `{"${parts.join(eol)}`;
        const file = encodeFile(text, { bom, eol, encoding, finalNewline: false });
        const opened = read(file);
        expect(opened.text).toBe(text);
        expect(opened.spelling).toMatchObject({ bom, encoding });
        expect(encodeFile(opened.text, opened.spelling)).toEqual(file);
      }),
    );
  });

  it('makes mixed line ends alike by majority and says so', () => {
    const opened = read(bytes('a\r\nb\r\nc\nd\re'));
    expect(opened.text).toBe('a\r\nb\r\nc\r\nd\r\ne');
    expect(opened.notes).toEqual(['The file mixed line ends (2 CRLF, 1 LF, 1 CR). They are all CRLF now; saving writes them so.']);
  });

  it('puts a lost final newline back', () => {
    expect(encodeFile('{}', read(bytes('{ }\n')).spelling)).toEqual(bytes('{}\n'));
  });

  it('opens an empty file and one of more than 5 MB', () => {
    expect(read(bytes()).text).toBe('');
    expect(read(new Uint8Array(6_000_000).fill(0x20)).text.length).toBe(6_000_000);
  });

  it.each([
    { what: 'a byte that is not UTF-8', file: bytes('{\n"', 0xff, '"}'), kind: 'not-utf-8', says: 'Byte 3 of this file, on line 2' },
    { what: 'a lone surrogate in UTF-8', file: bytes(0xed, 0xa0, 0x80), kind: 'not-utf-8', says: 'Byte 0' },
    { what: 'an overlong form', file: bytes('a', 0xc0, 0xaf), kind: 'not-utf-8', says: 'Byte 1' },
    { what: 'a sequence cut short', file: bytes('a', 0xe2, 0x82), kind: 'not-utf-8', says: 'Byte 1' },
    { what: 'a zero byte', file: bytes('PK', 3, 4, 'ab', 0, 'c'), kind: 'binary', says: 'Byte 6' },
    { what: 'a lone surrogate in UTF-16', file: bytes(0xff, 0xfe, 0x7b, 0, 0, 0xd8), kind: 'not-utf-16', says: 'Byte 4' },
    { what: 'half a UTF-16 unit', file: bytes(0xff, 0xfe, 0x7b), kind: 'not-utf-16', says: 'ends in the middle' },
  ])('refuses $what and names the byte', ({ file, kind, says }) => {
    const result = decodeFile(file);
    expect(result).toMatchObject({ ok: false, error: { kind } });
    expect(result.ok ? '' : result.error.message).toContain(says);
  });
});
