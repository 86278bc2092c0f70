import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { jsonChanges } from './jsonChanges.ts';

describe('jsonChanges', () => {
  it('finds the smallest parts that differ', () => {
    const before = { a: 1, keep: { x: [1, 2] }, gone: true };
    const after = { keep: { x: [1, 3, 4] }, a: 1, fresh: { y: 1 } };
    expect(jsonChanges(before, after).changes).toEqual([
      { kind: 'removed', at: ['gone'], before: true },
      { kind: 'changed', at: ['keep', 'x', 1], before: 2, after: 3 },
      { kind: 'added', at: ['keep', 'x', 2], after: 4 },
      { kind: 'added', at: ['fresh'], after: { y: 1 } },
    ]);
  });

  it('calls something else in its place one change', () => {
    expect(jsonChanges({ a: 1 }, { b: 1 }).changes).toEqual([{ kind: 'changed', at: [], before: { a: 1 }, after: { b: 1 } }]);
    expect(jsonChanges({ a: 1 }, 3).changes).toHaveLength(1);
  });

  it('says that there are more than it lists', () => expect(jsonChanges([1, 2, 3], [4, 5, 6], 2)).toMatchObject({ changes: { length: 2 }, more: true }));

  it('finds nothing between equal values, and something between others', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      const equal = JSON.stringify(left) === JSON.stringify(right);
      expect(jsonChanges(left as Json, structuredClone(left) as Json).changes).toEqual([]);
      if (jsonChanges(left as Json, right as Json).changes.length === 0) expect(equal || JSON.stringify(sorted(left)) === JSON.stringify(sorted(right))).toBe(true);
    }), { numRuns: 200 });
  });

  it('looks into what nests deeply', () => {
    let deep: Json = 1;
    for (let at = 0; at < 20_000; at += 1) deep = [deep];
    expect(jsonChanges(deep, [deep]).changes).toHaveLength(1);
  });
});

const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(sorted) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)])) : value);
