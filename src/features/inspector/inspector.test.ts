import { describe, expect, it } from 'vitest';
import { parseJson } from '../../asl/json/parseJson.ts';
import type { StateId } from '../../asl/names.ts';
import { findState, type StateEntry } from '../../asl/states.ts';
import { edit, edited, machine, pass } from '../../asl/testing/edit.ts';
import type { Json } from '../../lib/Json.ts';
import { changeOperator, regroup, type GroupKind } from './choice/testCommands.ts';
import { literalForm, operandFor, OPERATOR_OPTIONS, pathForm, readTest } from './choice/tests.ts';
import { OPERATOR_NAMES } from '../../interpreter/choice/operators.ts';
import { moveItem } from './lists/listCommands.ts';
import { fieldsIn, tabsOf } from './formFields.ts';
import { setFieldText } from './setFieldText.ts';
import { shownText } from './shownText.ts';
import { sourceOf } from '../../asl/sourceOf.ts';
import { endHere, targetProblem } from './transitions.ts';
import { readTyped } from './typedValue.ts';
import { bracedExpression, valueOfText } from './textValues.ts';
import { nodeIn } from './values.ts';

const id = (name: string): StateId => name as StateId;

function entryOf(text: string, name: string): StateEntry {
  const entry = findState(parseJson(text), id(name));
  if (!entry) throw new Error(`no state ${name}`);
  return entry;
}

describe('sourceOf', () => {
  it('shows a nested value without the indentation of its line', () => {
    const text = machine({ A: { Type: 'Pass', Result: { a: [1, 2], b: {} }, End: true } });
    const node = nodeIn(entryOf(text, 'A'), ['Result']);
    expect(node && sourceOf(text, node)).toBe('{\n  "a": [\n    1,\n    2\n  ],\n  "b": {}\n}');
  });
});

describe('setFieldText', () => {
  const text = machine({ A: { Type: 'Pass', Result: { big: 1, keep: [1, 2] }, End: true } });

  it('keeps what says the same, and the spelling of typed numbers', () => {
    expect(edited(text, setFieldText(id('A'), ['Result'], '{"big": 12345678901234567890, "keep": [1, 2]}'))).toBe(text.replace('"big": 1', '"big": 12345678901234567890'));
  });

  it('indents a new value like its surroundings', () => {
    const changed = edited(text, setFieldText(id('A'), ['Result'], '{\n  "other": {\n    "x": 1\n  }\n}'));
    expect(changed).toContain('      "Result": {\n        "other": {\n          "x": 1\n        }\n      },');
  });

  it('adds a field that is missing', () => {
    expect(JSON.parse(edited(text, setFieldText(id('A'), ['Assign'], '{"x": 1}'))).States.A.Assign).toEqual({ x: 1 });
  });

  it('refuses broken JSON with its place in the typed text', () => {
    expect(edit(text, setFieldText(id('A'), ['Result'], '{"a": }'))).toMatchObject({ ok: false, error: { kind: 'broken-content', offset: expect.any(Number) } });
  });
});

describe('what is typed for a value', () => {
  it.each([
    { typed: '  ', language: 'JSONata', kind: 'nothing' },
    { typed: '{% $x %}', language: 'JSONata', kind: 'expression' },
    { typed: '{ "a": 1 }', language: 'JSONata', kind: 'json' },
    { typed: '$.order', language: 'JSONPath', kind: 'expression' },
    { typed: "States.Format('{}', $.a)", language: 'JSONPath', kind: 'expression' },
    { typed: '${Placeholder}', language: 'JSONPath', kind: 'json' },
    { typed: '{% $x %}', language: 'JSONPath', kind: 'json' },
  ] as const)('$typed in $language is $kind', ({ typed, language, kind }) => expect(readTyped(typed, language).kind).toBe(kind));

  it('is shown bare, from under the name with .$ too', () => {
    const jsonPath = machine({ A: { Type: 'Task', Parameters: { 'RequestBody.$': '$.order' }, End: true } });
    expect(shownText(jsonPath, entryOf(jsonPath, 'A'), ['Parameters', 'RequestBody'], true)).toBe('$.order');
    const jsonata = machine({ A: { Type: 'Pass', Output: '{% $x & "a" %}', End: true } }, { QueryLanguage: 'JSONata' });
    expect(shownText(jsonata, entryOf(jsonata, 'A'), ['Output'], false)).toBe('{% $x & "a" %}');
  });

  it.each([
    { text: '', kind: 'text', value: undefined },
    { text: ' 30 ', kind: 'count', value: 30 },
    { text: '{% $n %}', kind: 'count', value: '{% $n %}' },
    { text: 'null', kind: 'path', value: null },
    { text: '$.a', kind: 'path', value: '$.a' },
  ] as const)('“$text” for a $kind', ({ text, kind, value }) => expect(valueOfText(text, kind, 'JSONata')).toEqual({ ok: true, value }));

  it.each([['half', 'count'], ['1.5', 'count'], ['-1', 'count'], ['order.id', 'path']] as const)('refuses “%s” for a %s with a sentence', (text, kind) => {
    expect(valueOfText(text, kind, 'JSONPath')).toMatchObject({ ok: false, error: expect.stringContaining(`“${text}”`) });
  });
});

describe('fields of a form', () => {
  it('offers no field that the language does not know', () => {
    expect(fieldsIn('output', 'Task', 'JSONPath')).toEqual(['ResultSelector', 'ResultPath', 'OutputPath']);
    expect(fieldsIn('output', 'Task', 'JSONata')).toEqual(['Output']);
    expect(fieldsIn('configuration', 'Task', 'JSONata')).toContain('Arguments');
    expect(tabsOf('Succeed', 'JSONata')).toEqual(['configuration', 'input', 'output']);
    expect(tabsOf('Fail', 'JSONPath')).toEqual(['configuration']);
  });
});

describe('transitions', () => {
  it('turns Next into End in its place', () => {
    const text = machine({ A: { Type: 'Pass', Next: 'B', Comment: 'c' }, B: pass() });
    expect(edited(text, endHere(id('A')))).toBe(text.replace('"Next": "B"', '"End": true'));
  });

  it('says which name leads nowhere', () => {
    const { scope } = entryOf(machine({ A: pass('Gone') }), 'A');
    expect(targetProblem(scope, 'Gone')).toContain('“Gone”');
    expect(targetProblem(scope, 'A')).toBeNull();
    expect(targetProblem(scope, undefined)).toBeNull();
  });
});

describe('rules of a Choice', () => {
  const rule = (more: { readonly [key: string]: Json }): Json => ({ Variable: '$.x', ...more, Next: 'B' });
  const choice = (...rules: readonly Json[]): string => machine({ A: { Type: 'Choice', Choices: rules, Default: 'B' }, B: pass() });
  const ruleNode = (text: string) => nodeIn(entryOf(text, 'A'), ['Choices', 0]);

  it.each([
    { what: 'a comparison', rule: rule({ NumericGreaterThan: 3 }), kind: 'comparison' },
    { what: 'a type test', rule: rule({ IsPresent: true }), kind: 'comparison' },
    { what: 'two operators', rule: rule({ IsPresent: true, StringEquals: 'a' }), kind: 'json' },
    { what: 'And', rule: { And: [{ Variable: '$.x', IsPresent: true }], Next: 'B' }, kind: 'And' },
    { what: 'a rule that is no object', rule: 3, kind: 'json' },
  ])('$what is edited as $kind', ({ rule: written, kind }) => {
    const node = ruleNode(choice(written));
    expect(node && readTest(node, 'JSONPath').kind).toBe(kind);
  });

  it('moves a rule up and down', () => {
    const text = choice(rule({ IsNull: true }), rule({ IsString: true }), rule({ IsNumeric: true }));
    const order = (changed: string): readonly string[] => JSON.parse(changed).States.A.Choices.map((one: object) => Object.keys(one)[1]);
    expect(order(edited(text, moveItem(id('A'), ['Choices'], 0, 1)))).toEqual(['IsString', 'IsNull', 'IsNumeric']);
    expect(order(edited(text, moveItem(id('A'), ['Choices'], 2, 0)))).toEqual(['IsNumeric', 'IsNull', 'IsString']);
    expect(edit(text, moveItem(id('A'), ['Choices'], 0, 3))).toMatchObject({ ok: false, error: { kind: 'no-such-item' } });
  });

  it('changes an operator in its place and gives it a value it can take', () => {
    const text = choice(rule({ StringEquals: '7' }));
    expect(edited(text, changeOperator(id('A'), ['Choices', 0], 'StringEquals', 'StringMatches'))).toBe(text.replace('StringEquals', 'StringMatches'));
    expect(edited(text, changeOperator(id('A'), ['Choices', 0], 'StringEquals', 'NumericEquals'))).toBe(text.replace('"StringEquals": "7"', '"NumericEquals": 0'));
    expect(operandFor('NumericLessThanPath', 3)).toBe('$.other');
    expect(operandFor('IsPresent', '$.a')).toBe(true);
  });

  it('puts the braces around a condition that was typed without', () => {
    expect(bracedExpression(' $x > 1 ')).toBe('{% $x > 1 %}');
    expect(bracedExpression('{% $x %}')).toBe('{% $x %}');
    expect(bracedExpression('')).toBe('');
  });

  const test = (more: Json): Json => more;
  it.each<{ readonly to: GroupKind; readonly from: Json; readonly gives: Json }>([
    { to: 'And', from: test({ Variable: '$.x', IsPresent: true, Next: 'B' }), gives: { And: [{ Variable: '$.x', IsPresent: true }], Next: 'B' } },
    { to: 'Or', from: test({ And: [{ Variable: '$.x', IsNull: true }, { Variable: '$.y', IsNull: true }], Next: 'B' }), gives: { Or: [{ Variable: '$.x', IsNull: true }, { Variable: '$.y', IsNull: true }], Next: 'B' } },
    { to: 'Not', from: test({ Or: [{ Variable: '$.x', IsNull: true }], Next: 'B' }), gives: { Not: { Or: [{ Variable: '$.x', IsNull: true }] }, Next: 'B' } },
    { to: 'And', from: test({ Not: { Variable: '$.x', IsNull: true }, Next: 'B', Comment: 'c' }), gives: { And: [{ Not: { Variable: '$.x', IsNull: true } }], Next: 'B', Comment: 'c' } },
    { to: 'comparison', from: test({ Not: { Variable: '$.x', IsNull: true }, Next: 'B' }), gives: { Variable: '$.x', IsNull: true, Next: 'B' } },
    { to: 'comparison', from: test({ Or: [{ Or: [{ Variable: '$.x', IsNull: true }] }], Next: 'B' }), gives: { Or: [{ Variable: '$.x', IsNull: true }], Next: 'B' } },
  ])('puts a test into $to', ({ to, from, gives }) => {
    const changed = JSON.parse(edited(choice(from), regroup(id('A'), ['Choices', 0], to))).States.A.Choices[0];
    expect(changed).toEqual(gives);
  });

  it('does not guess which of several tests to keep', () => {
    const several = choice({ And: [{ Variable: '$.x', IsNull: true }, { Variable: '$.y', IsNull: true }], Next: 'B' });
    expect(edit(several, regroup(id('A'), ['Choices', 0], 'comparison'))).toMatchObject({ ok: false, error: { kind: 'several-tests' } });
  });

  it('offers every operator, each with its Path form', () => {
    const offered = OPERATOR_OPTIONS.flatMap(({ value }) => [value, ...(pathForm(value) === null ? [] : [pathForm(value)])]);
    expect(new Set(offered)).toEqual(new Set(OPERATOR_NAMES));
    expect(offered).toHaveLength(OPERATOR_NAMES.length);
    expect(literalForm('StringEqualsPath')).toBe('StringEquals');
    expect(pathForm('StringMatches')).toBeNull();
  });
});
