import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { ancestorsOf, segmentsTo, visibleRows } from './jsonRows.ts';
import { searchJson } from './searchJson.ts';

const value: Json = { id: 'in_1', 'a/b': { '~': [10, { 'x y': null }] }, list: [], 0: 'first' };
const all = () => true;

describe('visibleRows', () => {
  it('lists what is open, in document order, each with its place among its siblings', () => {
    const rows = visibleRows(value, all);
    expect(rows.map(({ id, depth }) => [depth, id])).toEqual([[0, '/0'], [0, '/id'], [0, '/a~1b'], [1, '/a~1b/~0'], [2, '/a~1b/~0/0'], [2, '/a~1b/~0/1'], [3, '/a~1b/~0/1/x y'], [0, '/list']]);
    expect(rows.find(({ id }) => id === '/list')).toMatchObject({ size: 0, open: false, position: 4, siblings: 4 });
  });

  it('hides what is closed', () => expect(visibleRows(value, () => false)).toHaveLength(4));

  it('goes as deep as the text did', () => {
    const deep = JSON.parse(`${'['.repeat(9_000)}${']'.repeat(9_000)}`) as Json; // JSON.parse answers Json.
    expect(visibleRows(deep, all)).toHaveLength(8_999);
  });
});

describe('segmentsTo', () => {
  it('tells indexes from names', () => expect(segmentsTo(value, '/a~1b/~0/1/x y')).toEqual(['a/b', '~', 1, 'x y']));
  it('keeps a name that looks like an index', () => expect(segmentsTo(value, '/0')).toEqual(['0']));
});

it('ancestorsOf names what must be open', () => expect(ancestorsOf('/a/0/b')).toEqual(['/a/0', '/a']));

describe('searchJson', () => {
  it('finds names and plain values, whatever their case', () => {
    expect(searchJson(value, 'IN_')).toEqual(['/id']);
    expect(searchJson(value, 'x Y')).toEqual(['/a~1b/~0/1/x y']);
    expect(searchJson(value, 'null')).toEqual(['/a~1b/~0/1/x y']);
  });

  it('does not take the numbers of list items for names', () => expect(searchJson({ list: ['a', 'b'] }, '1')).toEqual([]));
  it('finds nothing for nothing', () => expect(searchJson(value, '')).toEqual([]));
  it('ends at a number of matches', () => expect(searchJson(Array.from({ length: 50 }, () => 'x'), 'x', 7)).toHaveLength(7));
});
