import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateIntrinsic } from '../../expr/intrinsics/evaluateIntrinsic.ts';
import { INTRINSIC_NAMES } from '../../expr/intrinsics/intrinsicNames.ts';
import { parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import type { Json } from '../../lib/Json.ts';
import { intrinsicToJsonata } from './intrinsicToJsonata.ts';
import { evaluated, pathScopeOf } from './testing/scope.ts';

function converted(text: string) {
  const call = parseIntrinsic(text);
  if (!call.ok) throw new Error(`${text}: ${call.error.message}`);
  return { call: call.value, jsonata: intrinsicToJsonata(call.value, '$states.input') };
}

const DATA: Json = { text: 'a-b', list: [3, 1, 3], empty: [], one: ['only'], n: 4, o: { x: 1 }, p: { y: [2] }, json: '{"k":[1]}', yes: true, nothing: null };

const rows: readonly (readonly [string, string])[] = [
  ['States.Array($.text, 1)', "[$states.input.text, 1]"],
  ['States.ArrayPartition($.list, 2)', '[$partition($states.input.list, 2)]'],
  ['States.ArrayContains($.list, 3)', '3 in $states.input.list'],
  ['States.ArrayRange(1, 9, 4)', '[$range(1, 9, 4)]'],
  ['States.ArrayGetItem($.list, 1)', '($states.input.list)[1]'],
  ['States.ArrayLength($.list)', '$count($states.input.list)'],
  ['States.ArrayUnique($.list)', '$distinct($states.input.list)'],
  ["States.Base64Encode('abc')", "$base64encode('abc')"],
  ["States.Base64Decode('YWJj')", "$base64decode('YWJj')"],
  ["States.Hash($.text, 'SHA-256')", "$hash($states.input.text, 'SHA-256')"],
  ['States.JsonMerge($.o, $.p, false)', '$merge([$states.input.o, $states.input.p])'],
  ['States.StringToJson($.json)', '$parse($states.input.json)'],
  ['States.JsonToString($.o)', '$string($states.input.o)'],
  ['States.MathRandom(1, 11)', '$floor($random() * 10) + 1'],
  ['States.MathAdd($.n, 2)', '$states.input.n + 2'],
  ["States.StringSplit('a,b;c', ',;')", "[$split('a,b;c', /[,;]/)[$ != '']]"],
  ["States.Format('Hi {}, \\{{}\\} it\\'s', $.text, $.n)", `'Hi ' & $states.input.text & ', {' & $states.input.n & "} it's"`],
  ["States.Format('{}', $.n)", '$string($states.input.n)'],
  ["States.Format('plain')", "'plain'"],
  ['States.UUID()', '$uuid()'],
];

describe('intrinsicToJsonata', () => {
  it.each(rows)('writes %s as %s, of the same value', async (text, expected) => {
    const { call, jsonata } = converted(text);
    expect(jsonata).toMatchObject({ ok: true, value: { text: expected } });
    const before = evaluateIntrinsic(call, pathScopeOf(DATA));
    expect(before.ok).toBe(true);
    expect(await evaluated(expected, DATA)).toEqual(before);
  });

  it('has a row for every function', () => {
    expect(INTRINSIC_NAMES.filter((name) => !rows.some(([text]) => text.startsWith(`${name}(`)))).toEqual([]);
  });

  it.each(['States.Format($.text, 1)', 'States.JsonMerge($.o, $.p, $.yes)', 'States.StringSplit($.text, $.text)', 'States.ArrayLength($..*)'])('leaves %s and says why', (text) => {
    const { jsonata } = converted(text);
    expect(jsonata).toMatchObject({ ok: false });
  });

  const argument = fc.constantFrom('$.text', '$.list', '$.empty', '$.one', '$.n', '$.o', '$.p', '$.json', '$.yes', '$.nothing', "'a,b'", "'{}-{}'", "','", '0', '1', '2', '-1', 'true', 'false', 'null', "States.Array(1, 'b')", 'States.MathAdd(1, 2)');

  it('gives the same value wherever the function gives one, unless it said otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...INTRINSIC_NAMES), fc.array(argument, { maxLength: 3 }), async (name, args) => {
        const read = parseIntrinsic(`${name}(${args.join(', ')})`);
        if (!read.ok) return;
        const before = evaluateIntrinsic(read.value, pathScopeOf(DATA));
        const jsonata = intrinsicToJsonata(read.value, '$states.input');
        if (!before.ok || !jsonata.ok || jsonata.value.remarks.length > 0) return;
        expect({ [read.value.text]: await evaluated(jsonata.value.text, DATA) }).toEqual({ [read.value.text]: before });
      }),
      { numRuns: 1500 },
    );
  });
});
