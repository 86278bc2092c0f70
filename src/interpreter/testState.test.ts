import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TaskReply } from '../http/taskReply.ts';
import type { Json } from '../lib/Json.ts';
import { readerOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import type { Environment, TaskCall } from './environment.ts';
import { stageList } from './stages.ts';
import { testState } from './testState.ts';
import type { TestStateRequest } from './testStateApi.ts';

interface Case {
  readonly name: string;
  readonly dialect?: 'aws' | 'studio';
  /** A TestState request; its JSON-in-string fields may be given as JSON. */
  readonly request: { readonly [field: string]: Json };
  readonly replies?: readonly TaskReply[];
  readonly calls?: readonly TaskCall[];
  /** The response with its JSON texts parsed … */
  readonly response?: Json;
  /** … or some inspected stages to the letter, with the output … */
  readonly exactly?: Json;
  readonly output?: Json;
  /** … or the exception, or the whole outcome. */
  readonly refused?: readonly [string, string];
  readonly outcome?: Json;
}

const DIRECTORY = path.join(import.meta.dirname, 'cases');
const TEXTS = ['definition', 'input', 'variables', 'context'];
const NOT_JSON = ['status', 'error', 'cause', 'nextState', 'request', 'response', 'errorDetails'];

function requestOf(one: Case): TestStateRequest {
  const texts = Object.entries(one.request).map(([name, value]) => [name, TEXTS.includes(name) && typeof value !== 'string' ? JSON.stringify(value) : value]);
  return Object.fromEntries(texts) as TestStateRequest;
}

function world(replies: readonly TaskReply[] = [], dialect: 'aws' | 'studio' = 'aws'): { environment: Environment; calls: TaskCall[] } {
  const calls: TaskCall[] = [];
  const waiting = [...replies];
  const environment: Environment = {
    dialect,
    responseShape: readerOnDisk.responseShape,
    ports: {
      now: () => Date.UTC(2026, 0, 2),
      random: () => 0.5,
      id: () => '00000000-0000-4000-8000-000000000000',
      perform: (call) => {
        calls.push(call);
        return waiting.shift() ?? { kind: 'not-performed', reason: { kind: 'needs-mock', message: 'no reply left' } };
      },
    },
  };
  return { environment, calls };
}

/** JSON texts parsed, so that a case reads as data. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, typeof item === 'string' && !NOT_JSON.includes(name) ? JSON.parse(item) : name === 'inspectionData' ? parsed(item) : item]),
  );
}

for (const file of readdirSync(DIRECTORY)) {
  describe(`cases/${file}`, () => {
    for (const one of JSON.parse(readFileSync(path.join(DIRECTORY, file), 'utf8')) as Case[]) {
      it(one.name, async () => {
        const { environment, calls } = world(one.replies, one.dialect);
        const outcome = await testState(requestOf(one), environment);
        if (one.refused) expect(outcome).toEqual({ kind: 'refused', exception: { name: one.refused[0], message: one.refused[1] } });
        else if (one.outcome) expect(outcome).toEqual(one.outcome);
        else {
          if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
          if (one.response) expect(parsed(outcome.response)).toEqual(one.response);
          if (one.exactly) expect(outcome.response.inspectionData).toMatchObject(one.exactly as object);
          if (one.output !== undefined) expect(JSON.parse(outcome.response.output ?? '')).toEqual(one.output);
        }
        if (one.calls) expect(calls).toEqual(one.calls);
      });
    }
  });
}

const ask = (request: TestStateRequest, dialect?: 'aws' | 'studio', replies?: readonly TaskReply[]) => testState(request, world(replies, dialect).environment);

describe('testState', () => {
  it('echoes untouched payloads with their own spelling', async () => {
    const outcome = await ask({ definition: '{"Type":"Succeed"}', input: '{ "number": 1.0,  "b": [ 1 ] }', inspectionLevel: 'DEBUG' });
    expect(outcome).toMatchObject({
      response: { output: '{ "number": 1.0,  "b": [ 1 ] }', inspectionData: { input: '{ "number": 1.0,  "b": [ 1 ] }', afterInputPath: '{ "number": 1.0,  "b": [ 1 ] }' } },
    });
  });

  it('finds a state inside a Map and gives it the language of the machine', async () => {
    const inner = { StartAt: 'In', States: { In: { Type: 'Pass', Output: '{% $states.input.a %}', End: true } } };
    const machine = { QueryLanguage: 'JSONata', StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: inner, End: true } } };
    expect(await ask({ definition: JSON.stringify(machine), stateName: 'In', input: '{"a":5}' })).toMatchObject({ response: { output: '5' } });
  });

  it('reveals the connection only when asked, and keeps the exchange beside the response', async () => {
    const exchange = { durationMs: 1 } as never;
    const http = { request: { url: 'u' }, requestRevealed: { url: 'u?secret' }, exchange };
    const request: TestStateRequest = {
      definition: '{"Type":"Task","Resource":"arn:aws:states:::http:invoke","End":true}', inspectionLevel: 'TRACE', revealSecrets: true,
    };
    const outcome = await ask(request, 'studio', [{ kind: 'result', value: {}, http }]);
    expect(outcome).toMatchObject({ response: { inspectionData: { request: { url: 'u?secret' } } }, extras: { exchange } });
  });

  it('says what it cannot do instead of guessing', async () => {
    const map = '{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject"},"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}';
    expect(await ask({ definition: map, input: '[]' }, 'studio')).toMatchObject({ kind: 'unsupported', message: expect.stringMatching(/mapItemReaderData/) });
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect((await ask({ definition: `{"Type":"Pass","Parameters":${deep},"End":true}` })).kind).toMatch(/unsupported|refused/);
  });

  it('runs a Map and a Parallel in the studio, with the outer variables, and says what AWS would answer', async () => {
    const call = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { 'n.$': '$', 'i.$': '$$.Map.Item.Index', 'v.$': '$v' }, End: true };
    const map = { Type: 'Map', ItemProcessor: { StartAt: 'T', States: { T: call } }, ResultPath: '$.out', ItemsPath: '$.list', Next: 'N' };
    const { environment, calls } = world([{ kind: 'result', value: 'a' }, { kind: 'result', value: 'b' }], 'studio');
    const outcome = await testState({ definition: JSON.stringify(map), input: '{"list":[7,8]}', variables: '{"v":1}', inspectionLevel: 'DEBUG' }, environment);
    expect(outcome).toMatchObject({
      response: { status: 'SUCCEEDED', output: '{"list":[7,8],"out":["a","b"]}', nextState: 'N', inspectionData: { afterItemsPath: '[7, 8]' } },
      extras: { awsWouldSay: expect.stringContaining('TestState API does not support Map or Parallel states.') },
    });
    expect(calls.map(({ arguments: args }) => args)).toEqual([{ n: 7, i: 0, v: 1 }, { n: 8, i: 1, v: 1 }]);
    const parallel = { Type: 'Parallel', Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'No' } } }], Catch: [{ ErrorEquals: ['No'], Next: 'C' }], End: true };
    expect(await ask({ definition: JSON.stringify(parallel) }, 'studio')).toMatchObject({ response: { status: 'CAUGHT_ERROR', nextState: 'C' } });
    const denied: TaskReply = { kind: 'not-performed', reason: { kind: 'consent-denied', message: 'No.' } };
    expect(await ask({ definition: JSON.stringify(map), input: '{"list":[1]}', variables: '{"v":1}' }, 'studio', [denied])).toMatchObject({ kind: 'not-performed', reason: { kind: 'consent-denied' } });
  });

  it('lists the stages of a test in the order of processing', async () => {
    const outcome = await ask({ definition: '{"Type":"Pass","Result":1,"ResultPath":"$.r","End":true}', input: '{}', inspectionLevel: 'DEBUG' });
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    expect(stageList(outcome.response.inspectionData ?? {}, 'JSONPath').map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'State input: {}', 'Result: 1', 'After ResultSelector: 1', 'After ResultPath: {"r":1}',
    ]);
  });
});
