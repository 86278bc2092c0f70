import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64FromBytes, bytesFromBase64 } from './base64.ts';

describe('base64', () => {
  it('brings every byte back, as Node writes it', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(base64FromBytes(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesFromBase64(base64FromBytes(bytes))).toEqual(bytes);
    }));
  });
  it('takes a megabyte', () => {
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, at) => at & 0xff);
    expect(Buffer.compare(bytesFromBase64(base64FromBytes(bytes)) ?? Buffer.alloc(0), bytes)).toBe(0);
  });
  it('answers null for what is not base64', () => {
    expect(bytesFromBase64('a-b_')).toBeNull();
    expect(bytesFromBase64('é')).toBeNull();
  });
});
