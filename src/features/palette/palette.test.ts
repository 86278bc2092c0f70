import { describe, expect, it } from 'vitest';
import { NEW_STATE_NAMES } from '../../asl/newState.ts';
import { parse } from '../../asl/parse.ts';
import { endOfMainPath } from '../../asl/endOfMainPath.ts';
import { itemsFor, PALETTE_ITEMS } from './paletteItems.ts';

describe('itemsFor', () => {
  it('offers every type of state and the HTTPS endpoint', () => {
    const added = PALETTE_ITEMS.map((item) => item.adds as string).filter((kind) => kind !== 'curl');
    expect(added.toSorted()).toEqual(Object.keys(NEW_STATE_NAMES).toSorted());
  });

  it.each([
    { search: 'http', first: 'http' },
    { search: 'LOOP', first: 'map' },
    { search: 'if else', first: 'choice' },
    { search: 'lambda', first: 'task' },
    { search: 'cURL', first: 'curl' },
  ])('finds $search in both tabs', ({ search, first }) => {
    expect(itemsFor('flow', search)[0]?.id).toBe(first);
    expect(itemsFor('actions', search)[0]?.id).toBe(first);
  });

  it('finds nothing for words that do not belong together', () => {
    expect(itemsFor('flow', 'lambda loop')).toEqual([]);
  });
});

describe('endOfMainPath', () => {
  const end = (states: object, StartAt = 'A') => endOfMainPath(parse(JSON.stringify({ StartAt, States: states }), 'json'));

  it.each([
    { what: 'the last state', states: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } }, found: 'B' },
    { what: 'the state before a Succeed', states: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } }, found: 'A' },
    { what: 'along the Default of a Choice', states: { A: { Type: 'Choice', Choices: [], Default: 'B' }, B: { Type: 'Wait', End: true } }, found: 'B' },
    { what: 'the last before a loop closes', states: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }, found: 'B' },
    { what: 'nothing in an empty machine', states: {}, found: undefined },
    { what: 'nothing before a lone Succeed', states: { A: { Type: 'Succeed' } }, found: undefined },
  ])('is $what', ({ states, found }) => {
    expect(end(states)).toBe(found);
  });

  it('is nothing where the document is not a machine', () => {
    expect(endOfMainPath(parse('[]', 'json'))).toBeUndefined();
    expect(end({ A: { Type: 'Pass' } }, 'Q')).toBeUndefined();
  });
});
