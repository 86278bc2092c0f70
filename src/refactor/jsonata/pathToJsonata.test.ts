import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateJsonata } from '../../expr/jsonata/evaluateJsonata.ts';
import { evaluatePath } from '../../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import type { Json } from '../../lib/Json.ts';
import { pathToJsonata } from './pathToJsonata.ts';

const converted = (text: string) => {
  const path = parseJsonPath(text);
  if (!path.ok) throw new Error(path.error.message);
  return { path: path.value, jsonata: pathToJsonata(path.value) };
};
const scopeOf = (input: Json) => ({
  states: { input, context: { it: input } },
  variables: { x: input },
  sources: { now: () => 0, random: () => 0.5, id: () => 'an-id' },
  timeoutMs: 1000,
  depth: 100,
});

describe('pathToJsonata', () => {
  it.each([
    ['$', '$states.input'],
    ['$.order.id', '$states.input.order.id'],
    ['$$.Execution.Id', '$states.context.Execution.Id'],
    ['$total', '$total'],
    ['$items[0].price', '($items)[0].price'],
    ["$['odd key'].and", '$states.input.`odd key`.`and`'],
    ["$['a`b']", '$lookup($states.input, "a`b")'],
  ])('writes %s as %s', (path, jsonata) => {
    expect(converted(path).jsonata).toEqual({ ok: true, value: jsonata });
  });

  it.each(['$.items[*]', '$..id', '$.items[1:]', '$.items[?(@.a == 1)]', "$['a','b']", '$.items.length()'])('leaves %s and says why', (path) => {
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
        const scope = scopeOf(data);
        const before = evaluatePath(path, { input: scope.states.input, context: scope.states.context, variables: scope.variables });
        expect(before.ok).toBe(true);
        expect(jsonata.ok).toBe(true);
        if (before.ok && jsonata.ok) expect(await evaluateJsonata(jsonata.value, 'Output', scope)).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});
