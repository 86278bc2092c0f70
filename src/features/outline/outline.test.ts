import { describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import type { Json } from '../../lib/Json.ts';
import { project } from '../../graph/project.ts';
import { outlineOf, type OutlineItem } from './outlineOf.ts';
import { moveBy, rowsOf, typedAhead } from './rowsOf.ts';

const machine: { readonly [field: string]: Json } = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Lost: { Type: 'Pass', Next: 'Done' },
    Done: { Type: 'Succeed' },
    Both: { Type: 'Parallel', Branches: [{ StartAt: 'L', States: { L: { Type: 'Pass', End: true } } }, { StartAt: 'R', States: { R: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'R' }], End: true } } }], Next: 'Done' },
    Ask: { Type: 'Choice', Choices: [{ Condition: '{% $n > 5 %}', Next: 'Both' }], Default: 'Done' },
  },
};
const items = outlineOf(project(parse(JSON.stringify(machine), 'json')));
const told = (list: readonly OutlineItem[]): unknown => list.map((item) => [item.name, item.words, ...(item.children.length > 0 ? [told(item.children)] : [])]);

describe('outlineOf', () => {
  it('goes as a run goes, says where each state leads, and names what nothing leads to', () => {
    expect(told(items)).toEqual([
      ['Ask', 'if $n > 5: Both, otherwise Done'],
      ['Both', 'then Done', [['Branch 1', '', [['L', 'ends']]], ['Branch 2', '', [['R', 'on any error: R, ends']]]]],
      ['Done', 'succeeds'],
      ['Lost', 'nothing leads here, then Done'],
    ]);
  });
  it('needs no recursion for what is nested very deep', () => {
    let inner: Json = { StartAt: 'X', States: { X: { Type: 'Pass', End: true } } };
    for (let i = 0; i < 150; i += 1) inner = { StartAt: `M${i}`, States: { [`M${i}`]: { Type: 'Map', ItemProcessor: inner, End: true } } };
    const deep = outlineOf(project(parse(JSON.stringify(inner), 'json')));
    expect(rowsOf(deep, new Set()).at(-1)).toMatchObject({ level: 151, item: { name: 'X' } });
  });
});

describe('the tree', () => {
  const rows = rowsOf(items, new Set());
  const id = (name: string): string => rows.find((row) => row.item.name === name)?.item.id ?? '';
  it('counts levels and siblings', () => {
    expect(rows.find((row) => row.item.name === 'R')).toMatchObject({ level: 3, position: 1, siblings: 1 });
    expect(rows.find((row) => row.item.name === 'Branch 2')).toMatchObject({ level: 2, position: 2, siblings: 2, open: true });
  });
  it('leaves out what is closed', () => expect(rowsOf(items, new Set([id('Both')])).map((row) => row.item.name)).not.toContain('L'));
  it('moves by the arrows', () => {
    expect(moveBy('ArrowRight', rows, id('Both'))).toEqual({ to: id('Branch 1') });
    expect(moveBy('ArrowLeft', rows, id('R'))).toEqual({ to: id('Branch 2') });
    expect(moveBy('ArrowLeft', rows, id('Both'))).toEqual({ toggle: id('Both') });
    expect(moveBy('Home', rows, id('R'))).toEqual({ to: rows[0]?.item.id });
    expect(moveBy('ArrowUp', rows, rows[0]?.item.id ?? null)).toBeNull();
  });
  it('finds by typed letters, from where it stands and round', () => {
    expect(typedAhead(rows, id('Ask'), 'd')).toBe(id('Done'));
    expect(typedAhead(rows, id('Done'), 'bo')).toBe(id('Both'));
    expect(typedAhead(rows, id('Ask'), 'z')).toBeNull();
  });
});
