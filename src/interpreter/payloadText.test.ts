import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { exceedsBytes } from './payloadSize.ts';
import { payloadText } from './payloadText.ts';

const json = fc.jsonValue().map((value) => value as Json);
const big: Json = { rows: Array.from({ length: 2000 }, (_, i) => ({ i, text: `row "${i}" ü` })) };

describe('payloadText', () => {
  it('is what JSON.stringify writes, also while big payloads come by', () => {
    fc.assert(fc.property(fc.array(fc.tuple(json, fc.boolean(), fc.constantFrom('rows', 'a', '__proto__', '"')), { maxLength: 6 }), (steps) => {
      let payload: Json = big;
      for (const [value, inList, name] of steps) {
        payload = inList ? [payload, value, payload] : { before: value, [name]: payload, after: [value] };
        expect(payloadText(payload)).toBe(JSON.stringify(payload));
        expect(payloadText(value)).toBe(JSON.stringify(value));
      }
    }), { numRuns: 30 });
  });
});

describe('exceedsBytes', () => {
  it('counts UTF-8 bytes of compact JSON', () => {
    fc.assert(fc.property(json, fc.integer({ min: -2, max: 2 }), (value, more) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
      expect(exceedsBytes(value, bytes + more)).toBe(more < 0 && typeof value !== 'number' && typeof value !== 'boolean' && value !== null);
    }));
  });
});
