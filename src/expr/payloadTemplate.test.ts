import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { evaluateExpression, evaluatePathField, evaluateTemplate } from './payloadTemplate.ts';
import type { PathScope } from './PathScope.ts';

const scope = (input: Json): PathScope => ({
  input,
  context: { State: { Name: 'S' } },
  variables: { v: [1] },
  sources: { now: () => 0, random: () => 0, id: () => 'id' },
});

describe('a JSONPath payload template', () => {
  it('evaluates members named `.$` and nothing else', () => {
    const template = {
      'a.$': '$.x', 'c.$': '$$.State.Name', 'v.$': '$v[0]', 'f.$': "States.Format('<{}>', $.x)", 'gone.$': '$.list[5]', 'many.$': '$.none[*].y',
      literal: '$.x', jsonata: '{% 1 %}', deep: [{ 'inner.$': '$.list' }, '$'],
    } as const;
    expect(evaluateTemplate(template, scope({ x: 1, list: [2] }))).toEqual({
      ok: true,
      value: {
        a: 1, c: 'S', v: 1, f: '<1>', gone: null, many: [], literal: '$.x', jsonata: '{% 1 %}', deep: [{ inner: [2] }, '$'],
      },
    });
  });

  it('hands a template without expressions through as it is', () => {
    const template = { a: [1, { b: null }] };
    const result = evaluateTemplate(template, scope({}));
    expect(result.ok && result.value).toBe(template);
  });

  it.each([
    [{ 'value.$': '$.x' }, "The JSONPath '$.x' specified for the field 'value.$' could not be found in the input '{\"a\":1}'"],
    [{ 'value.$': '$$.Nope' }, "The JSONPath '$$.Nope' specified for the field 'value.$' could not be found in the input '{\"State\":{\"Name\":\"S\"}}'"],
    [{ 'value.$': 'x' }, "The value for the field 'value.$' must be a valid JSONPath or a valid intrinsic function call"],
    [{ 'value.$': 1 }, "The value for the field 'value.$' must be a valid JSONPath or a valid intrinsic function call"],
  ])('%j fails in the words of AWS', (template, message) => {
    expect(evaluateTemplate(template, scope({ a: 1 }))).toEqual({ ok: false, error: { message } });
  });

  it('makes a member called __proto__', () => {
    const template = JSON.parse('{"__proto__.$": "$.a"}') as Json;
    expect(JSON.stringify(evaluateTemplate(template, scope({ a: 1 })))).toBe('{"ok":true,"value":{"__proto__":1}}');
  });
});

describe('path fields', () => {
  it('word a miss in their own way', () => {
    expect(evaluatePathField('$.no.way', scope({}))).toEqual({
      ok: false, error: { message: "Invalid path '$.no.way' : Missing property in path $['no']" },
    });
    expect(evaluateExpression('$.ErrorX', 'ErrorPath', scope({}))).toEqual({
      ok: false, error: { message: "The JSONPath '$.ErrorX' specified for the field 'ErrorPath' could not be found in the input '{}'" },
    });
  });
});
