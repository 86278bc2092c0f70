import { describe, expect, it } from 'vitest';
import { parseJson } from '../../asl/json/parseJson.ts';
import { indexStates } from '../../asl/states.ts';
import { machine } from '../../asl/testing/edit.ts';
import type { JsonObject } from '../../lib/Json.ts';
import { variableUse } from './variableUse.ts';
import { variablesInScope } from './variablesInScope.ts';

const pass = (Next: string | null, more: JsonObject = {}): JsonObject => ({ Type: 'Pass', ...more, ...(Next === null ? { End: true } : { Next }) });

function scopeOf(states: JsonObject, name: string) {
  const tree = parseJson(machine(states));
  const index = indexStates(tree);
  const state = index.all.find((one) => one.name === name);
  if (!state) throw new Error(name);
  const { variables, uncertain } = variablesInScope({ tree, index, variablesOf: variableUse }, state);
  const shown = variables.map((one) => ({ name: one.name, at: one.assignedAt.map((assignment) => assignment.state.name), always: one.always, missing: one.missingOn.map((at) => at.name), ...(one.outer ? { outer: true } : {}), ...(one.read ? { read: true } : {}) }));
  return { shown, uncertain };
}

describe('variablesInScope', () => {
  it('knows what every way has set, and the way that has not', () => {
    const states = {
      A: pass('C', { Assign: { all: 1 } }),
      C: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'D' }], Default: 'E' },
      D: pass('E', { Assign: { some: 2 } }),
      E: pass('F', { Parameters: { 'x.$': '$some' } }),
      F: pass(null, { Assign: { late: 1 } }),
    };
    expect(scopeOf(states, 'E').shown).toEqual([
      { name: 'all', at: ['A'], always: true, missing: [] },
      { name: 'some', at: ['D'], always: false, missing: ['A', 'C', 'E'], read: true },
    ]);
    expect(scopeOf(states, 'A').shown).toEqual([]);
  });

  it('counts a catcher by its own Assign', () => {
    const states = {
      T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Assign: { good: 1 }, Catch: [{ ErrorEquals: ['States.ALL'], Assign: { bad: 1 }, Next: 'Z' }], Next: 'Z' },
      Z: pass(null),
    };
    expect(scopeOf(states, 'Z').shown.map(({ name, always, missing }) => [name, always, missing])).toEqual([['good', false, ['T', 'Z']], ['bad', false, ['T', 'Z']]]);
  });

  it('sees into an inline Map and not into a distributed one', () => {
    const map = (mode: string): JsonObject => ({ A: pass('M', { Assign: { out: 1 } }), M: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: mode, ExecutionType: 'STANDARD' }, StartAt: 'In', States: { In: pass(null) } }, End: true } });
    expect(scopeOf(map('INLINE'), 'In').shown).toEqual([{ name: 'out', at: ['A'], always: true, missing: [], outer: true }]);
    expect(scopeOf(map('DISTRIBUTED'), 'In').shown).toEqual([]);
  });

  it('says when ways are not known', () => {
    expect(scopeOf({ A: pass('${Somewhere}', { Assign: { a: 1 } }), B: pass(null) }, 'B')).toMatchObject({ uncertain: true, shown: [{ name: 'a', always: false }] });
  });

  it('counts what comes round a loop as set on some way only', () => {
    const states = { A: pass('B'), B: pass('C', { Assign: { n: 1 } }), C: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'A' }], Default: 'D' }, D: pass(null) };
    expect(scopeOf(states, 'A').shown).toEqual([{ name: 'n', at: ['B'], always: false, missing: ['A'] }]);
    expect(scopeOf(states, 'D').shown).toMatchObject([{ name: 'n', always: true }]);
  });
});
