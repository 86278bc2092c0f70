import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { maskEchoes } from './maskEchoes.ts';

const SECRET = 'sk_live_"7\\/é';

describe('maskEchoes', () => {
  it.each<{ what: string; value: Json; masked: Json }>([
    { what: 'a text', value: `Bearer ${SECRET}!`, masked: 'Bearer ••••!' },
    { what: 'deep inside', value: { a: [{ b: [SECRET, 1] }] }, masked: { a: [{ b: ['••••', 1] }] } },
    { what: 'the name of a member', value: { [SECRET]: true }, masked: { '••••': true } },
    { what: 'JSON inside a text', value: JSON.stringify({ key: SECRET }), masked: '{"key":"••••"}' },
    { what: 'percent-encoded', value: `q=${encodeURIComponent(SECRET)}`, masked: 'q=••••' },
  ])('masks a secret in $what', ({ value, masked }) => {
    expect(maskEchoes(value, [SECRET])).toEqual(masked);
  });

  it('masks a secret that came back as a number', () => {
    expect(maskEchoes({ pin: 123456789, n: 5 }, ['123456789'])).toEqual({ pin: '••••', n: 5 });
  });

  it('keeps the value itself where nothing was repeated, and lets short secrets be', () => {
    const value = { mode: 'test', n: 1.5e300 };
    expect(maskEchoes(value, ['another secret'])).toBe(value);
    expect(maskEchoes(value, ['test'])).toBe(value);
  });

  it('takes nesting that would overflow a walk', () => {
    const deep = JSON.parse(`${'['.repeat(4000)}"secret-1"${']'.repeat(4000)}`) as Json;
    expect(JSON.stringify(maskEchoes(deep, ['secret-1']))).toContain('"••••"');
  });

  it('changes nothing but the secret, whatever the value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json;
      expect(maskEchoes(plain, ['§§secret§§'])).toBe(plain);
      expect(maskEchoes({ '§§secret§§': plain }, ['§§secret§§'])).toEqual({ '••••': plain });
    }));
  });
});
