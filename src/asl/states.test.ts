import { describe, expect, it } from 'vitest';
import { parseJson } from './json/parseJson.ts';
import type { StateName } from './names.ts';
import { nodeAt } from './pointer.ts';
import { referencesFrom, referencesTo } from './references.ts';
import { findState, indexStates, stateAtOffset } from './states.ts';

const machine = parseJson(`{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": { "Type": "Choice", "Choices": [{ "Condition": "{% true %}", "Next": "P" }, { "Next": "M" }], "Default": "P" },
    "P": { "Type": "Parallel", "QueryLanguage": "JSONPath", "Branches": [
      { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } },
      { "StartAt": "B", "States": { "B": { "Type": "Pass", "Next": "P" } } }
    ], "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "M" }], "Next": "M" },
    "M": { "Type": "Map", "Iterator": { "StartAt": "C", "States": { "C": { "Type": "Oops", "End": true } } }, "End": true },
    "odd": 5
  }
}`);
const index = indexStates(machine);

describe('indexStates', () => {
  it('lists every state of every scope in document order, and says what it is', () => {
    expect(index.all.map(({ id, name, type, language, scope }) => [id, name, type, language, scope.pointer])).toEqual([
      ['A', 'A', 'Choice', 'JSONata', ''],
      ['P', 'P', 'Parallel', 'JSONPath', ''],
      ['/States/P/Branches/0/States/B', 'B', 'Pass', 'JSONata', '/States/P/Branches/0'],
      ['/States/P/Branches/1/States/B', 'B', 'Pass', 'JSONata', '/States/P/Branches/1'],
      ['M', 'M', 'Map', 'JSONata', ''],
      ['C', 'C', 'Oops', 'JSONata', '/States/M/Iterator'],
      ['odd', 'odd', undefined, 'JSONata', ''],
    ]);
    expect(index.scopes.map(({ kind, parent }) => [kind, parent?.name])).toEqual([['machine', undefined], ['branch', 'P'], ['branch', 'P'], ['processor', 'M']]);
    expect(indexStates(machine)).toBe(index);
  });

  it('counts the last of two states with one name in one object', () => {
    const tree = parseJson('{"States": {"A": {"Type": "Pass"}, "B": {}, "A": {"Type": "Wait"}}}');
    expect(indexStates(tree).all.map(({ id, type }) => [id, type])).toEqual([['B', undefined], ['A', 'Wait']]);
  });

  it.each(['', '[]', '3', '{', '{"States": []}', '{"States": {"A": {"Branches": {}, "Iterator": 3}}}'])('survives %j', (text) => {
    expect(indexStates(parseJson(text)).all.length).toBeLessThan(2);
  });

  it('survives names that a JS object has itself', () => {
    const tree = parseJson('{"States": {"__proto__": {"Type": "Pass"}, "constructor": {"Type": "Pass"}, "": {"Type": "Fail"}, "a/b~": {}}}');
    expect([...indexStates(tree).byId.keys()]).toEqual(['__proto__', 'constructor', '', 'a/b~']);
    expect(indexStates(tree).all.at(-1)?.pointer).toBe('/States/a~1b~0');
  });
});

describe('stateAtOffset', () => {
  it('finds the innermost state, by its name too', () => {
    const find = (needle: string, from = 0) => stateAtOffset(machine, machine.text.indexOf(needle, from))?.pointer;
    expect(find('"B": {')).toBe('/States/P/Branches/0/States/B');
    expect(find('Oops')).toBe('/States/M/Iterator/States/C');
    expect(find('Branches')).toBe('/States/P');
    expect(find('StartAt')).toBeUndefined();
  });
});

describe('references', () => {
  it('finds StartAt, Next, rules, Default and catchers of one scope only', () => {
    const scope = index.scopes[0]!;
    const to = (name: string) => referencesTo(scope, name as StateName).map(({ kind, pointer }) => [kind, pointer]);
    expect(to('P')).toEqual([['choice', '/States/A/Choices/0/Next'], ['default', '/States/A/Default']]);
    expect(to('M')).toEqual([['choice', '/States/A/Choices/1/Next'], ['catch', '/States/P/Catch/0/Next'], ['next', '/States/P/Next']]);
    expect(to('A')).toEqual([['startAt', '/StartAt']]);
  });

  it('point at the strings they speak of', () => {
    for (const reference of referencesFrom(findState(machine, indexStates(machine).all[0]!.id)!)) {
      expect(nodeAt(machine, reference.pointer)).toBe(reference.node);
    }
  });
});
