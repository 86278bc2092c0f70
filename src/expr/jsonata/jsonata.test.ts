import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../lib/Json.ts';
import { evaluateJsonata, type JsonataScope } from './evaluateJsonata.ts';
import { jsonataSyntax } from './jsonataSyntax.ts';
import { evaluateJsonataTemplate, jsonataText } from './jsonataTemplate.ts';

const scope = (input: Json, variables: JsonObject = {}): JsonataScope => ({
  states: { input, context: {} },
  variables,
  sources: { now: () => Date.UTC(2026, 0, 2), random: () => 0.25, id: () => 'an-id' },
  timeoutMs: 300,
  depth: 100,
});
const run = async (text: string, input: Json = {}, variables: JsonObject = {}) => {
  const result = await evaluateJsonata(text, 'Output', scope(input, variables));
  return result.ok ? result.value : result.error.message.replace(/^The JSONata expression '.*' specified for the field 'Output' /s, '');
};

describe('a path of names', () => {
  const value = fc.letrec<{ any: Json }>((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, fc.constantFrom<Json>(null, 0, '', 'text', true), fc.array(tie('any'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), tie('any'), { maxKeys: 3 })),
  })).any;
  const names = fc.array(fc.constantFrom('a', 'b', 'constructor', 'true'), { maxLength: 3 });
  it('comes to what jsonata makes of it', async () => {
    await fc.assert(fc.asyncProperty(value, names, fc.constantFrom('$states.input', '$x', '$sum'), async (data, path, root) => {
      const text = [root, ...path].join('.');
      // Parentheses keep jsonata at work.
      expect(await run(text, data, { x: data })).toEqual(await run(`(${text})`, data, { x: data }));
    }), { numRuns: 200 });
  });

  it('compared or calculated with comes to what jsonata makes of it', async () => {
    const operand = fc.oneof(fc.constantFrom('$x', '$y', '$states.input', '$none', '0', '-1', '2.5', "'a'", '"text"', "''"));
    const operator = fc.constantFrom('<', '<=', '>', '>=', '=', '!=', '+', '-', '*', '/', ' + ', ' - ', ' = ');
    const some = fc.constantFrom<Json>(0, 1, -1, 2.5, 1e308, 'a', '', true, null, [], [1], {});
    await fc.assert(fc.asyncProperty(operand, operator, operand, some, some, async (a, by, b, x, y) => {
      const text = `${a}${by}${b}`;
      expect(await run(text, y, { x, y })).toEqual(await run(`(${text})`, y, { x, y }));
    }), { numRuns: 300 });
  });

  it('makes no promise', () => {
    expect(evaluateJsonata('$v + 1', 'Output', scope({}, { v: 2 }))).toEqual({ ok: true, value: 3 });
    expect(evaluateJsonata('$states.input.a.b', 'Output', scope({ a: { b: 1 } }))).toEqual({ ok: true, value: 1 });
    expect(evaluateJsonataTemplate({ x: ['{% $v %}'] }, 'Output', scope({}, { v: 2 }))).toEqual({ ok: true, value: { x: [2] } });
  });
});

describe('an expression', () => {
  // A loop, because it.each would replace the `$names` in the titles.
  const values: [string, Json][] = [
    ['$states.input.a + $x', 3],
    ['$states.input.list[$ > 1]', [2, 3]],
    ['$states.input.nothing', null],
    ['$partition([1,2,3,4,5], 2.9)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2])', [[1, 2]]],
    ['$range(1, 9, 4)', [1, 5, 9]],
    ['$range(1, 9, 9)', 1],
    ["$map(['a', 'bcd'], $length)", [1, 3]],
    ["$split('a, b', /, */, 1)", ['a']],
    ["'héllo' ~> $substring(1, 3) ~> $pad(-5, '#')", '##éll'],
    ["$hash('input data', 'MD5')", '812f45842bc6d66ee14572ce20db8e86'],
    ['$random(42)', 0.7275636800328681],
    ['$random(0)', 0.730967787376657],
    ['$random()', 0.25],
    ['$uuid()', 'an-id'],
    ['$parse(\'{"b":[1],"a":null}\')', { b: [1], a: null }],
    ['$now()', '2026-01-02T00:00:00.000Z'],
    ["$now('[Y]')", '2026'],
    ['$millis()', 1767312000000],
    ['1/0', 'Infinity'],
    ['"a ?? b" & \'?:\'', 'a ?? b?:'],
    ['$contains("a??", /\\?\\?/)', true],
  ];
  for (const [text, expected] of values) {
    it(text, async () => {
      expect(await run(text, { a: 1, list: [1, 2, 3], nothing: null }, { x: 2 })).toEqual(expected);
    });
  }

  const failures: [string, string][] = [
    ['$doesNotExist', 'returned nothing (undefined).'],
    ['$partition([], 1)', 'returned nothing (undefined).'],
    ['$range(1, 9, 0)', 'returned nothing (undefined).'],
    ['$range(9, 1, 1)', 'returned nothing (undefined).'],
    ["$hash('x')", 'returned nothing (undefined).'],
    ['$fn := function($x){$x}', 'returned an unsupported result type.'],
    ["$eval('1')", 'threw an error during evaluation. T1006: Attempted to invoke a non-function'],
    ['$randomSeeded(1)', 'threw an error during evaluation. T1006: Attempted to invoke a non-function'],
    ['1 + "a"', 'threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number'],
    ['$partition([1], -1)', 'threw an error during evaluation. D3137: Second argument must be zero or greater'],
    ['$parse(\'{"a":1,"a":2}\')', 'threw an error during evaluation. D3137: Invalid JSON'],
    ["$parse('1e400')", 'threw an error during evaluation. D3137: Invalid JSON'],
    ["$parse('')", 'threw an error during evaluation. D3137: Invalid JSON'],
    ['$hash(1, "MD5")', 'threw an error during evaluation. T0410: Argument 1 of function "hash" does not match function signature'],
    ['$a ?? 1', 'threw an error during evaluation. S0211: The symbol "?" cannot be used as a unary operator'],
    ['$a ?: 1', 'threw an error during evaluation. S0211: The symbol ":" cannot be used as a unary operator'],
    ['($f := function($n){1 + $f($n)}; $f(1))', 'threw an error during evaluation. Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=101 max=100'],
    ['($f := function(){$f()}; $f())', 'threw an error during evaluation. Expression evaluation timeout: Check for infinite loop'],
    ["$length($pad('x', 140000000))", 'threw an error during evaluation. Expression evaluation memory limit exceeded: Check for excessive memory usage'],
    ["($twice := function($s, $n){ $n = 0 ? $s : $twice($s & $s, $n - 1) }; $count($split($twice('x', 28), '')))", 'threw an error during evaluation. Expression evaluation memory limit exceeded: Check for excessive memory usage'],
    ["($twice := function($s, $n){ $n = 0 ? $s : $twice($s & $s, $n - 1) }; $formatNumber(1, $twice('#', 28)))", 'threw an error during evaluation. Expression evaluation memory limit exceeded: Check for excessive memory usage'],
    ['[1..1000000]', 'threw an error during evaluation. Expression evaluation memory limit exceeded: Check for excessive memory usage'],
  ];
  for (const [text, expected] of failures) {
    it(`${text} fails`, async () => {
      expect(await run(text)).toBe(expected);
    });
  }

  it('answers plain JSON that can be posted to another thread', async () => {
    const result = await run('$states.input.list', { list: [1, 2] });
    expect(structuredClone(result)).toEqual([1, 2]);
    expect(Object.keys(result as object)).toEqual(['0', '1']);
  });
});

describe('a template', () => {
  it('is a literal unless it begins and ends with the delimiters', () => {
    expect(['{% a %}', '{%a%}', ' {% a %}', '{% a %} ', '{%}', 'a'].map((text) => jsonataText(text))).toEqual(['a', 'a', null, null, null, null]);
  });

  it('without expressions makes no promise and keeps its identity', () => {
    const template = { a: ['$.x', { 'b.$': '$.y' }] };
    expect(evaluateJsonataTemplate(template, 'Output', scope({}))).toEqual({ ok: true, value: template });
  });

  it('names the place of a failure', async () => {
    const result = await evaluateJsonataTemplate({ a: { b: [['x', '{% $none %}']] } }, 'Output', scope({}));
    expect(result).toEqual({
      ok: false,
      error: { message: "The JSONata expression '$none' specified for the field 'Output/a/b[0][1]' returned nothing (undefined).", location: 'Output/a/b[0][1]' },
    });
  });

  it('keeps null members and walks arrays', async () => {
    expect(await evaluateJsonataTemplate({ n: '{% null %}', l: ['{% 1 %}', 2] }, 'Output', scope({}))).toEqual({ ok: true, value: { n: null, l: [1, 2] } });
  });
});

describe('jsonataSyntax', () => {
  it('says what is wrong and where', () => {
    expect(jsonataSyntax('$a.b[0]')).toBeNull();
    expect(jsonataSyntax('$a.(')).toMatchObject({ offset: 4 });
    expect(jsonataSyntax('$a ?? 1')).toEqual({ message: 'S0211: The symbol "?" cannot be used as a unary operator', offset: 3 });
  });
});
