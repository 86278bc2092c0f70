import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import type { PathScope } from '../PathScope.ts';
import { evaluateIntrinsic } from './evaluateIntrinsic.ts';
import { INTRINSIC_NAMES } from './intrinsicNames.ts';
import { parseIntrinsic } from './parseIntrinsic.ts';

const scope = (input: Json): PathScope => ({
  input,
  context: { Execution: { Name: 'run' } },
  variables: { n: 40 },
  sources: { now: () => 0, random: () => 0.5, id: () => '11111111-1111-4111-8111-111111111111' },
});

function run(text: string, input: Json = {}): Json {
  const call = parseIntrinsic(text);
  if (!call.ok) return `refused: ${call.error.message}`;
  const result = evaluateIntrinsic(call.value, scope(input));
  return result.ok ? result.value : `failed: ${result.error.message}`;
}

type Row = readonly [text: string, expected: Json, input?: Json];
const rows: readonly Row[] = [
  ['States.Array()', []],
  ["States.Array($.a, 'b', 1.5, null, true)", [[1], 'b', 1.5, null, true], { a: [1] }],
  ['States.ArrayPartition($.a, 2)', [[1, 2], [3]], { a: [1, 2, 3] }],
  ['States.ArrayContains($.a, $.o)', true, { a: [1, { x: [1] }], o: { x: [1] } }],
  ['States.ArrayRange(0, 10, 3)', [0, 3, 6, 9]],
  ['States.ArrayGetItem($.a, 1)', 'y', { a: ['x', 'y'] }],
  ['States.ArrayLength($.a)', 2, { a: [1, 2] }],
  ['States.ArrayUnique($.a)', [1, { x: 1 }, '1'], { a: [1, { x: 1 }, 1, '1', { x: 1 }] }],
  ["States.Base64Encode('größe')", 'Z3LDtsOfZQ=='],
  ["States.Base64Decode('Z3LDtsOfZQ==')", 'größe'],
  ["States.Hash('input data', 'MD5')", '812f45842bc6d66ee14572ce20db8e86'],
  ["States.Hash('input data', 'SHA-1')", 'aaff4a450a104cd177d28d18d74485e8cae074b7'],
  ['States.JsonMerge($.a, $.b, false)', { a: { a3: 1, a4: 2 }, b: 2, d: 4, c: 3 }, { a: { a: { a1: 1 }, b: 2, d: 3 }, b: { a: { a3: 1, a4: 2 }, c: 3, d: 4 } }],
  ['States.StringToJson($.s)', { a: [1] }, { s: '{"a": [1]}' }],
  ["States.StringToJson(' ')", null],
  ['States.JsonToString($.o)', '{"a":[1,null]}', { o: { a: [1, null] } }],
  ['States.MathRandom(1, 11)', 6],
  ['States.MathAdd(-1.5, 0)', -1],
  ['States.MathAdd(2.5, 0)', 3],
  ['States.MathAdd(-0.5, 0.5)', 1],
  ['States.MathAdd($n, 2)', 42],
  ["States.StringSplit('This.is+a,test=string', '.+,=')", ['This', 'is', 'a', 'test', 'string']],
  ["States.StringSplit(',,,,', ',')", []],
  ["States.StringSplit(', , ,', ',')", [' ', ' ']],
  ["States.Format('fst={}', $.o)", 'fst={Arg1=1, Arg2=[]}', { o: { Arg1: 1, Arg2: [] } }],
  ["States.Format('{} \\{\\} {} it\\'s {}', 'a', null, $$.Execution.Name)", "a {} null it's run"],
  ["States.Format('{}', States.JsonToString($.o))", '{"a":1}', { o: { a: 1 } }],
  ['States.UUID()', '11111111-1111-4111-8111-111111111111'],
];

describe('intrinsic functions', () => {
  for (const [text, expected, input = {}] of rows) {
    it(text, () => {
      expect(run(text, input)).toEqual(expected);
    });
  }

  it('has a row for every function', () => {
    expect(INTRINSIC_NAMES.filter((name) => !rows.some(([text]) => text.startsWith(`${name}(`)))).toEqual([]);
  });

  it.each([
    ['States.ArrayLength($.value)', { value: 1 }, 'There was an error while evaluating the intrinsic function: States.ArrayLength($.value). Invalid arguments in States.ArrayLength'],
    ["States.Format('{}')", {}, "There was an error while evaluating the intrinsic function: States.Format('{}'). Invalid arguments in States.Format"],
    ['States.ArrayRange(1, 1001.6, 1)', {}, 'There was an error while evaluating the intrinsic function: States.ArrayRange(1, 1001.6, 1). Invalid arguments in States.ArrayRange'],
    ['States.ArrayLength($.nope)', { a: 1 }, "The function 'States.ArrayLength($.nope)' had the following error: The JsonPath argument for the field '$.nope' could not be found in the input '{\"a\":1}'"],
    ['States.ArrayLength($$.A.B)', { a: 1 }, "The function 'States.ArrayLength($$.A.B)' had the following error: The JsonPath argument for the field '$.A.B' could not be found in the input '{\"a\":1}'"],
    ['States.Array($.a[0])', { a: 1 }, 'Filter: [0] can only be applied to arrays. Current context is: 1'],
  ])('%s fails in the words of AWS', (text, input, message) => {
    expect(run(text, input)).toBe(`failed: ${message}`);
  });

  it.each([
    'States.Nope()', 'States.Array(', "States.Format('\\\"')", 'States.Array(1 2)', 'States.Array($.a[)', 'States.UUID() x',
    `${'States.Array('.repeat(11)}1${')'.repeat(11)}`,
  ])('%s cannot be read', (text) => {
    expect(parseIntrinsic(text).ok).toBe(false);
  });
});
