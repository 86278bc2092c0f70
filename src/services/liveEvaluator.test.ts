import { describe, expect, it } from 'vitest';
import type { LiveOrder } from './liveMessages.ts';
import { createLiveEvaluator } from './liveEvaluator.ts';
import { manualTimer } from './testing/manualTimer.ts';
import { memoryWorker } from './testing/memoryWorker.ts';
import type { ToWorker, WorkerLike } from './testerMessages.ts';

const stages = (...requests: readonly object[]): LiveOrder => ({ kind: 'stages', nowMs: 0, order: { region: 'eu-west-1', chain: requests.map((request) => ({ request: { ...request, definition: JSON.stringify((request as { definition: object }).definition) } as never })) } });
const http = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { Method: 'GET', 'ApiEndpoint.$': '$.url' }, ResultPath: '$.reply', Next: 'B' };
const engine = () => new Promise<never>(() => undefined);

function live() {
  const said: ToWorker[] = [];
  const createWorker = (): WorkerLike => {
    const worker = memoryWorker(engine);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message) => { said.push(message); post(message); };
    return worker;
  };
  return { live: createLiveEvaluator({ createWorker, timer: manualTimer() }), said };
}

describe('createLiveEvaluator', () => {
  it('shows the stages up to a task that would be sent, and sends nothing', async () => {
    const { live: evaluator, said } = live();
    const answer = await evaluator.ask(stages({ definition: http, input: '{"url":"https://x.example"}' }));
    expect(answer).toMatchObject({ stages: { outcome: { kind: 'not-performed', partial: { afterParameters: '{"Method":"GET","ApiEndpoint":"https://x.example"}' } } } });
    expect(said.map(({ type }) => type)).toEqual(['live']);
  });

  it('goes on from the state before with what it left and assigned', async () => {
    const pass = { Type: 'Pass', 'Result': { a: 1 }, Assign: { n: 2 }, Next: 'B' };
    const { live: evaluator } = live();
    const answer = await evaluator.ask(stages({ definition: pass, input: '{}' }, { definition: { Type: 'Pass', Parameters: { 'sum.$': 'States.MathAdd($.a, $n)' }, End: true } }));
    expect(answer).toMatchObject({ stages: { input: '{"a":1}', variables: '{"n":2}', outcome: { kind: 'answered', response: { output: '{"sum":3}' } } } });
  });

  it('says which state on the way does not go on', async () => {
    const { live: evaluator } = live();
    const answer = await evaluator.ask(stages({ definition: http, input: '{"url":"x"}' }, { definition: { Type: 'Succeed' } }));
    expect(answer).toMatchObject({ stages: { outcome: null, stoppedAt: { index: 0, reason: expect.stringContaining('mock') } } });
    const caught = { ...http, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }] };
    const elsewhere = await evaluator.ask(stages({ definition: caught, input: '{"url":"x"}', mock: { errorOutput: { error: 'E', cause: 'c' } } }, { definition: { Type: 'Succeed' } }));
    expect(elsewhere).toMatchObject({ stages: { outcome: null, stoppedAt: { index: 0, reason: expect.stringContaining('caught') } } });
  });

  it('keeps the latest of each channel', async () => {
    const { live: evaluator } = live();
    const typed = (text: string): LiveOrder => ({ kind: 'typed', nowMs: 0, around: { request: { definition: '{"Type":"Succeed"}' }, name: 'A', region: 'eu-west-1' }, typed: { text, field: 'Output', language: 'JSONPath', form: 'value', data: { a: 5 }, states: { input: {} }, variables: {} } });
    const answers = await Promise.all([evaluator.ask(stages({ definition: { Type: 'Succeed' } }), 'stages'), evaluator.ask(typed('$.'), 'typed'), evaluator.ask(stages({ definition: { Type: 'Succeed' } }), 'stages'), evaluator.ask(typed('$.a'), 'typed')]);
    expect(answers.map((answer) => answer?.kind ?? null)).toEqual(['stages', null, 'stages', 'typed']);
    expect(answers[3]).toEqual({ kind: 'typed', answer: { kind: 'value', json: '5', bytes: 1 } });
  });

  it('gives up what does not end, and goes on in another worker', async () => {
    const timer = manualTimer();
    let hangs = true;
    const silent = (): WorkerLike => ({ onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined });
    const evaluator = createLiveEvaluator({ createWorker: () => (hangs ? silent() : memoryWorker(engine)), timer });
    const first = evaluator.ask(stages({ definition: { Type: 'Succeed' } }));
    hangs = false;
    timer.advance(30_001);
    expect(await first).toMatchObject({ kind: 'gave-up' });
    expect(await evaluator.ask(stages({ definition: { Type: 'Succeed' } }))).toMatchObject({ kind: 'stages' });
  });
});
