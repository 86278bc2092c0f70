import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../lib/Json.ts';
import type { DataReply, Environment, TaskReply } from './environment.ts';
import { run } from './run.ts';

/** Replies of every kind by turns, at once and later. */
function environment(seed: number): Environment {
  let calls = seed;
  const replies: readonly TaskReply[] = [{ kind: 'result', value: { ok: 1 } }, { kind: 'failure', error: 'Boom' }, { kind: 'failure' }, { kind: 'result', value: null }];
  const data: readonly DataReply[] = [{ kind: 'text', text: '[1,{"a":2}]' }, { kind: 'text', text: 'a,b\n1,2' }, { kind: 'objects', objects: [{ Key: 'k' }] }, { kind: 'failure' }];
  const pick = <T>(all: readonly T[]): T => all[calls++ % all.length] as T;
  return {
    dialect: 'aws',
    limits: { historyEvents: 300, jsonataTimeoutMs: 50 },
    ports: {
      now: () => 0, random: () => 0.5, id: () => `id-${++calls}`,
      perform: () => (calls % 2 === 0 ? pick(replies) : Promise.resolve(pick(replies))),
      data: () => pick(data),
    },
  };
}

const inner = { StartAt: 'I', States: { I: { Type: 'Pass', Parameters: { 'v.$': '$' }, Assign: { 'w.$': '$' }, End: true } } };
const handlers = { Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 2, JitterStrategy: 'FULL' }], Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'End' }] };
const distributed = { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const machines: readonly Json[] = [
  {
    StartAt: 'T', TimeoutSeconds: 100,
    States: {
      T: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: { 't.$': '$$.Task.Token' }, TimeoutSeconds: 5, HeartbeatSeconds: 2, ...handlers, Next: 'W' },
      W: { Type: 'Wait', SecondsPath: '$.n', Next: 'C' },
      C: { Type: 'Choice', Choices: [{ And: [{ Variable: '$.n', IsPresent: true }, { Not: { Variable: '$.n', NumericLessThan: 3 } }], Next: 'End' }], Default: 'P' },
      P: { Type: 'Parallel', Branches: [inner, { StartAt: 'F', States: { F: { Type: 'Fail', ErrorPath: '$.n' } } }], ...handlers, Next: 'T' },
      End: { Type: 'Succeed', OutputPath: '$.e' },
    },
  },
  {
    StartAt: 'M',
    States: {
      M: { Type: 'Map', ItemsPath: '$.list', MaxConcurrency: 2, ToleratedFailureCount: 1, ItemSelector: { 'i.$': '$$.Map.Item.Value' }, ItemProcessor: inner, ...handlers, ResultPath: '$.m', Next: 'D' },
      D: { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k' }, ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', MaxItemsPath: '$.n' } }, ItemBatcher: { MaxItemsPerBatch: 1 }, ItemProcessor: distributed, ResultWriter: { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSON' } }, ...handlers, Next: 'End' },
      End: { Type: 'Succeed' },
    },
  },
  {
    StartAt: 'A', QueryLanguage: 'JSONata',
    States: {
      A: { Type: 'Pass', Assign: { n: '{% $states.input.n + 1 %}' }, Output: { a: ['{% $states.input.list %}'] }, Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% $n < 3 %}', Assign: { n: '{% $n + 1 %}' }, Next: 'C' }], Default: 'M' },
      M: { Type: 'Map', Items: '{% $states.input.a %}', MaxConcurrency: '{% $n %}', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { x: '{% $states.input %}' }, TimeoutSeconds: '{% $n %}', Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'J' }], Next: 'J' }, J: { Type: 'Wait', Seconds: '{% $n %}', End: true } } }, End: true },
    },
  },
];

/** Every place in a value, as the keys that lead there. */
function places(value: Json, at: readonly string[] = []): string[][] {
  const within = isJsonArray(value) || isJsonObject(value) ? Object.entries(value).flatMap(([key, item]) => places(item, [...at, key])) : [];
  return [[...at], ...within];
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  const within = replaced((value as JsonObject)[key] as Json, rest, by);
  return isJsonArray(value) ? value.with(Number(key), within) : { ...(value as JsonObject), [key]: within };
}

const odd = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, 1e9, '', '$', '$.n', '$.list', '$.[0]', '$$', '$none', '{% $ %}', '{% $states %}', '{% $n %}', 'States.UUID()', 'T', 'End', 'I', [], {}, [null], { 'a.$': '$' }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);
const input = fc.oneof(fc.constant<Json>({ n: 1, list: [1, 'two', null] }), odd);

describe('run', () => {
  it('comes to a status whatever the definition and the input hold', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...machines), fc.option(fc.tuple(fc.nat(), odd)), input, fc.nat({ max: 7 }), async (machine, change, given, seed) => {
        const all = places(machine);
        const changed = change === null ? machine : replaced(machine, all[change[0] % all.length] as string[], change[1]);
        const outcome = await run(changed, given, environment(seed));
        kinds.add(outcome.kind === 'ended' ? outcome.status : outcome.kind);
        if (outcome.kind === 'ended') {
          expect(outcome.history.map(({ id }) => id)).toEqual(outcome.history.map((_, i) => i + 1));
          expect(outcome.history.at(-1)?.type).toMatch(/^Execution(Succeeded|Failed|TimedOut|Aborted)$/);
        }
      }),
      { numRuns: 1500 },
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['SUCCEEDED', 'FAILED', 'refused']));
  }, 60_000);

  it('goes through an input of ten thousand levels', async () => {
    const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) as Json;
    const outcome = await run({ StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'a.$': '$..x' }, End: true } } }, deep, environment(0));
    expect(['ended', 'unsupported']).toContain(outcome.kind);
  });
});
