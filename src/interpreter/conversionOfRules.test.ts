import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../asl/json/parseJson.ts';
import { memberOf, stringOf } from '../asl/pointer.ts';
import { runCommand } from '../asl/runCommand.ts';
import { machine } from '../asl/testing/edit.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { ok } from '../lib/Result.ts';
import { convertToJsonata } from '../refactor/jsonata/convertToJsonata.ts';
import { OPERATORS } from '../refactor/jsonata/ruleOperators.ts';
import { evaluated, pathScopeOf } from '../refactor/jsonata/testing/scope.ts';
import { matchesRule } from './choice/matchesRule.ts';
import { OPERATOR_NAMES } from './choice/operators.ts';

/** The Condition that a rule becomes, without its delimiters. */
function conditionOf(rule: JsonObject): string {
  const tree = parseJson(machine({ A: { Type: 'Choice', Choices: [{ ...rule, Next: 'B' }] }, B: { Type: 'Succeed' } }));
  const run = runCommand(tree, convertToJsonata(null));
  if (!run.ok) throw new Error(`${JSON.stringify(rule)}: ${run.error.message}`);
  const after = parseJson(applyEdits(tree.text, run.value.edits));
  const state = memberOf(memberOf(after.root, 'States')?.value, 'A')?.value;
  const choices = memberOf(state, 'Choices')?.value;
  const condition = choices?.kind === 'array' ? stringOf(choices.items[0], 'Condition') : undefined;
  return condition?.slice(2, -2).trim() ?? '';
}

const DATA: Json = {
  a: 'text', b: 'text', empty: '', low: 1, high: 2.5, yes: true, no: false, nothing: null, list: [1], o: {}, digits: '1',
  early: '2026-01-02T03:04:05Z', late: '2026-01-02T03:04:05.250+00:00', offset: '2026-01-02T05:04:05+02:00', date: '2026-01-02', star: 'a*c', path: 'log/2026\n.txt',
};
const variable = fc.constantFrom(...Object.keys(DATA).map((name) => `$.${name}`));
const literals: { readonly [kind: string]: fc.Arbitrary<Json> } = {
  Boolean: fc.boolean(),
  Numeric: fc.constantFrom(1, 2.5, 0, -3),
  String: fc.constantFrom('text', '', '1', 'b', "it's", 'log*', '*', 'a\\*c', 'log/*.txt', 't*x*'),
  Timestamp: fc.constantFrom('2026-01-02T03:04:05Z', '2026-01-02T03:04:05.100Z', '2027-01-01T00:00:00+01:00'),
};

const comparison: fc.Arbitrary<JsonObject> = fc.constantFrom(...OPERATOR_NAMES).chain((name) => {
  const kind = /^(Boolean|Numeric|String|Timestamp)/.exec(name)?.[1] ?? 'Boolean';
  const against = name.endsWith('Path') ? variable : (literals[kind] ?? fc.boolean());
  return fc.record({ Variable: name === 'IsPresent' ? fc.oneof(variable, fc.constant('$.gone')) : variable, [name]: against });
});
const rule = fc.letrec<{ any: JsonObject }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.record({ And: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ Or: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ Not: tie('any') }),
  ),
})).any;

describe('Choice rules as JSONata', () => {
  it('know every operator', () => {
    expect(Object.keys(OPERATORS).sort()).toEqual([...OPERATOR_NAMES].sort());
  });

  it('decide as the rules do', async () => {
    await fc.assert(
      fc.asyncProperty(rule, async (one) => {
        const before = matchesRule(one, pathScopeOf(DATA));
        if (!before.ok) return;
        const condition = conditionOf(one);
        expect({ condition, after: await evaluated(condition, DATA) }).toEqual({ condition, after: ok(before.value) });
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    [{ Variable: '$.a', StringEquals: 'text' }, "$states.input.a = 'text'"],
    [{ Variable: '$.low', NumericLessThan: 5 }, "$type($states.input.low) = 'number' and $states.input.low < 5"],
    [{ And: [{ Variable: '$.low', IsNumeric: true }, { Variable: '$.low', NumericLessThan: 5 }] }, "$type($states.input.low) = 'number' and $states.input.low < 5"],
    [{ And: [{ Variable: '$.x', IsPresent: true }, { Or: [{ Variable: '$.x', IsNull: true }, { Not: { Variable: '$.x', BooleanEquals: true } }] }] }, '$exists($states.input.x) and ($states.input.x = null or $not($states.input.x = true))'],
    [{ Variable: '$.path', StringMatches: 'log/*.txt' }, "$type($states.input.path) = 'string' and $contains($states.input.path, /^log\\/[\\s\\S]*\\.txt$/)"],
    [{ Variable: '$.x', IsPresent: false }, '$not($exists($states.input.x))'],
  ] as const)('%j reads well', (one, expected) => {
    expect(conditionOf(one as unknown as JsonObject)).toBe(expected);
  });
});
