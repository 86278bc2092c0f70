import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePath } from '../../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import type { Json } from '../../lib/Json.ts';
import { pathToJsonata } from './pathToJsonata.ts';
import { evaluated, pathScopeOf } from './testing/scope.ts';

const converted = (text: string) => {
  const path = parseJsonPath(text);
  if (!path.ok) throw new Error(path.error.message);
  return { path: path.value, jsonata: pathToJsonata(path.value, '$states.input') };
};

describe('pathToJsonata', () => {
  it.each([
    ['$', '$states.input'],
    ['$.order.id', '$states.input.order.id'],
    ['$$.Execution.Id', '$states.context.Execution.Id'],
    ['$total', '$total'],
    ['$items[0].price', '($items)[0].price'],
    ["$['odd key'].and", '$states.input.`odd key`.`and`'],
    ["$['a`b']", "$lookup($states.input, 'a`b')"],
    ['$.items[*].id', '[$states.input.items.id]'],
    ['$..id', '[$states.input.**.id]'],
    ['$.items[0:2]', '[$states.input.items[[0..1]]]'],
    ['$.items[1:]', '[$filter($states.input.items, function($item, $at) { $at >= 1 })]'],
    ['$.items[:-1]', '[$filter($states.input.items, function($item, $at, $all) { $at < $count($all) - 1 })]'],
    ['$.items[-3:-1]', '[$states.input.items[[-3..-2]]]'],
    ['$.items[-2:]', '[$states.input.items[[-2..-1]]]'],
    ['$.items[0,2]', '[$states.input.items[[0, 2]]]'],
    ["$.items[?(@.kind == 'a')]", "[$states.input.items[kind = 'a']]"],
    ['$.items[?(@.on)].id', '[$states.input.items[$exists(on)].id]'],
    ['$.items.length()', '$count($states.input.items)'],
  ])('writes %s as %s', (path, jsonata) => {
    expect(converted(path).jsonata).toMatchObject({ ok: true, value: { text: jsonata } });
  });

  it.each(['$.*', '$..*', '$.items[1:-1]', '$.items[*][0]', '$.items.stddev()', "$['__proto__']", '$.items[?(@.a subsetof [1])]'])('leaves %s and says why', (path) => {
    const { jsonata } = converted(path);
    expect(jsonata).toMatchObject({ ok: false });
    expect(!jsonata.ok && jsonata.error.reason).toContain(path);
  });

  const names = ['a', 'b', 'odd key', 'and', 'true', '0', 'a`b', 'c\\d', '"', '', 'constructor', 'é'];
  const value = fc.letrec<{ any: Json }>((tie) => ({
    any: fc.oneof({ depthSize: 'medium' }, fc.constantFrom<Json>(null, 0, '', 'text', false), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 4 })),
  })).any;
  /** Every path that leads somewhere in the value. */
  const pathsIn = (data: Json): string[] => {
    if (typeof data !== 'object' || data === null) return [''];
    const children = Array.isArray(data)
      ? (data as readonly Json[]).flatMap((item, i) => [[`[${i}]`, item], [`[${i - data.length}]`, item]] as const)
      : Object.entries(data as Record<string, Json>).map(([name, item]) => [`[${JSON.stringify(name)}]`, item] as const);
    return ['', ...children.flatMap(([step, item]) => pathsIn(item).map((rest) => step + rest))];
  };

  it('gives the same value wherever the path finds one', async () => {
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom('$', '$$.it', '$x'), fc.nat(), async (data, root, pick) => {
        const all = pathsIn(data);
        const { path, jsonata } = converted(root + (all[pick % all.length] ?? ''));
        const before = evaluatePath(path, pathScopeOf(data));
        expect(before.ok).toBe(true);
        expect(jsonata.ok).toBe(true);
        if (before.ok && jsonata.ok) expect(await evaluated(jsonata.value.text, data)).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  const item = fc.record({ id: fc.integer({ min: 0, max: 9 }), kind: fc.constantFrom('a', 'b'), on: fc.boolean(), tags: fc.constant('t') }, { requiredKeys: [] });
  const place = fc.option(fc.integer({ min: -4, max: 4 }), { nil: '' });
  const step = fc.oneof(
    fc.constantFrom('[*]', "[?(@.kind == 'a')]", "[?(@.kind != 'a')]", '[?(@.on)]', '[?(@.on == true)]', '[?(!(@.on))]', "[?(@.kind == 'a' && @.on || @.id)]", "[?(@.kind in ['a'])]", '[?(@.kind =~ /a|x/)]', '[0,2]'),
    fc.tuple(place, place).map(([from, to]) => `[${from}:${to}]`),
  );

  it('gives the same list, one item and none included, unless it said otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 5 }), step, fc.constantFrom('', '.id', '.tags'), async (items, part, rest) => {
        const { path, jsonata } = converted(`$.items${part}${rest}`);
        const before = evaluatePath(path, pathScopeOf({ items }));
        if (!jsonata.ok || !before.ok) return;
        const after = await evaluated(jsonata.value.text, { items });
        const remarks = jsonata.value.remarks.filter((remark) => !remark.includes('finds lists') && !remark.includes('meets an object'));
        if (remarks.length === 0) expect({ text: jsonata.value.text, after }).toEqual({ text: jsonata.value.text, after: before });
      }),
      { numRuns: 500 },
    );
  });
});
