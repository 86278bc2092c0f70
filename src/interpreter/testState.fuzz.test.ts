import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../lib/Json.ts';
import type { Environment } from './environment.ts';
import { testState } from './testState.ts';
import type { TestStateRequest } from './testStateApi.ts';

const DIRECTORY = path.join(import.meta.dirname, 'cases');
const requests = readdirSync(DIRECTORY).flatMap((file) =>
  (JSON.parse(readFileSync(path.join(DIRECTORY, file), 'utf8')) as { request: JsonObject }[]).map(({ request }) => request).filter((r) => typeof r['definition'] === 'object'),
);

const environment = (dialect: 'aws' | 'studio'): Environment => ({
  dialect,
  limits: { jsonataTimeoutMs: 50 },
  ports: { now: () => 0, random: () => 0.5, id: () => 'id', perform: (call) => ({ kind: 'result', value: call.arguments }) },
});

/** Every place in a value, as the keys that lead there. */
function places(value: Json, at: readonly string[] = []): string[][] {
  const inner = isJsonArray(value) || isJsonObject(value) ? Object.entries(value).flatMap(([key, item]) => places(item, [...at, key])) : [];
  return [[...at], ...inner];
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  const inner = replaced((value as JsonObject)[key] as Json, rest, by);
  return isJsonArray(value) ? value.with(Number(key), inner) : { ...(value as JsonObject), [key]: inner };
}

const odd = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 1.5, '', '$', '$.', '$.a[', '$$', '$none', '{% %}', '{% $ %}', '{% [ %}', '{% $states %}', 'States.Array(', '${x}', [], {}, [null], { 'a.$': 1 }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

describe('testState', () => {
  it('answers whatever the definition holds, and never falls over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...requests), fc.nat(), odd, fc.constantFrom('aws' as const, 'studio' as const), odd, async (request, pick, value, dialect, input) => {
        const definition = request['definition'] as Json;
        const all = places(definition);
        const changed = replaced(definition, all[pick % all.length] as string[], value);
        const outcome = await testState(
          { ...request, definition: JSON.stringify(changed), input: JSON.stringify(input), inspectionLevel: 'TRACE', variables: '{"v":1}', context: '{}', roleArn: 'r' } as unknown as TestStateRequest,
          environment(dialect),
        );
        expect(['answered', 'refused', 'unsupported', 'not-performed']).toContain(outcome.kind);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('takes names and keys that JavaScript gives a meaning', async () => {
    const definition = '{"Type":"Pass","Parameters":{"__proto__.$":"$.constructor","toString":{"x.$":"$[\'__proto__\']"}},"Assign":{"constructor.$":"$.toString.x"},"End":true}';
    const outcome = await testState({ definition, input: '{"constructor":1,"__proto__":{"hasOwnProperty":2}}', inspectionLevel: 'DEBUG' }, environment('aws'));
    expect(outcome).toMatchObject({ response: { output: '{"__proto__":1,"toString":{"x":{"hasOwnProperty":2}}}', inspectionData: { variables: '{"constructor":{"hasOwnProperty":2}}' } } });
  });

  it('goes through an input of ten thousand levels', async () => {
    const input = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const outcome = await testState({ definition: '{"Type":"Pass","Parameters":{"a.$":"$[0]","b.$":"$..x"},"End":true}', input }, environment('aws'));
    expect(['answered', 'unsupported']).toContain(outcome.kind);
  });
});
