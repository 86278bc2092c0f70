import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { evaluateTyped, type TypedExpression } from './evaluateTyped.ts';

const sources = { now: () => 0, random: () => 0.5, id: () => 'id' };
const input = { order: { id: 7, lines: [{ price: 2 }, { price: 3 }], 'it\'s "a.b c"': true } };
const typed = (text: string, more: Partial<TypedExpression> = {}) =>
  evaluateTyped({ text, field: 'Output', language: 'JSONPath', form: 'value', data: input, states: { input, result: { ok: 1 } }, context: { State: { Name: 'A' } }, variables: { rate: 4 }, ...more }, sources);
const value = (json: Json) => ({ kind: 'value', json: JSON.stringify(json), bytes: JSON.stringify(json).length });

describe('evaluateTyped in JSONPath', () => {
  it.each([
    ['$.order.id', 7],
    ['$rate', 4],
    ['$$.State.Name', 'A'],
    ["$.order['it\\'s \"a.b c\"']", true],
    ["States.Format('{} of {}', $.order.id, $rate)", '7 of 4'],
    ['{"a.$": "$.order.id", "b": [{"c.$": "States.MathAdd($rate, 1)"}]}', { a: 7, b: [{ c: 5 }] }],
  ])('%s', async (text, expected) => expect(await typed(text)).toEqual(value(expected)));

  it.each([
    ['  $.order.ids', 10, 'States.Runtime'],
    ['$.order.lines[0].prize', 17, 'States.Runtime'],
    ['$.order..', 9, undefined],
    ["States.Format('{}', $.nothing)", 22, 'States.Runtime'],
    ["States.Format('{}', States.JsonToString($.order.x))", 48, 'States.Runtime'],
    ["States.Format('{}'", 18, undefined],
    ['{"a": 1, "b.$": "$.order.ids"}', 25, 'States.Runtime'],
    ['{"a.$": "$[\\"order\\"].x" }', 22, 'States.Runtime'],
    ['{"a": }', 5, undefined],
  ])('says where %s goes wrong', async (text, offset, error) => {
    const answer = await typed(text);
    expect(answer).toMatchObject({ kind: 'problem', offset, ...(error === undefined ? {} : { error }) });
  });

  it('has nothing to say of plain JSON and of nothing', async () => {
    expect(await typed('{"a": 1}')).toEqual({ kind: 'nothing' });
    expect(await typed('  ')).toEqual({ kind: 'nothing' });
  });

  it('merges a result where ResultPath puts it', async () => {
    expect(await typed('$.paid', { form: 'reference', states: { input: { a: 1 } }, data: 5 })).toEqual(value({ a: 1, paid: 5 }));
    expect(await typed('null', { form: 'reference', states: { input: { a: 1 } }, data: 5 })).toEqual(value({ a: 1 }));
    expect(await typed('$.a.b', { form: 'reference', states: { input: { a: 1 } }, data: 5 })).toMatchObject({ kind: 'problem', error: 'States.ReferencePathConflict' });
    expect(await typed('$.a[*]', { form: 'reference' })).toMatchObject({ kind: 'problem', offset: 0 });
  });

  it('takes a path field for a path', async () => {
    expect(await typed('null', { form: 'path' })).toEqual(value({}));
    expect(await typed('order', { form: 'path' })).toMatchObject({ kind: 'problem', offset: 0 });
  });
});

describe('evaluateTyped in JSONata', () => {
  const jsonata = (text: string) => typed(text, { language: 'JSONata' });
  it.each([
    ['{% $states.input.order.id + $rate %}', 11],
    ['{% $states.result.ok %}', 1],
    ['{% $states.context.State.Name %}', 'A'],
    ['{"total": "{% $sum($states.input.order.lines.price) %}", "plain": 1}', { total: 5, plain: 1 }],
  ])('%s', async (text, expected) => expect(await jsonata(text)).toEqual(value(expected)));

  it.each([
    ['{% $states.input.( %}', 'problem'],
    ['{% $states.input.order.id', 'problem'],
  ])('cannot read %s', async (text, kind) => expect(await jsonata(text)).toMatchObject({ kind, offset: expect.any(Number) }));

  it('says the character of a mistake inside of JSON, past escapes', async () => {
    const text = '{"a": "{% \\"x\\" & $error(\\"no\\") %}", "b": "{% 1 + ) %}"}';
    const answer = await jsonata(text);
    expect(answer.kind === 'problem' && text[answer.offset ?? -1]).toBe(')');
  });

  it('says the character of what fails at run time', async () => {
    const text = '{% 1 + $states.input.order %}';
    const answer = await jsonata(text);
    expect(answer).toMatchObject({ kind: 'problem', error: 'States.QueryEvaluationError', message: expect.stringContaining('T2002') });
    expect(answer.kind === 'problem' && text[answer.offset ?? -1]).toBe('+');
  });
});
