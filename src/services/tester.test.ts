import { describe, expect, it } from 'vitest';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { createTester, type TestWorld } from './tester.ts';
import type { Engine } from './testServer.ts';
import { manualTimer } from './testing/manualTimer.ts';
import { memoryWorker, type MemoryWorker } from './testing/memoryWorker.ts';

const request = { definition: '{}' };
const options = { dialect: 'studio', region: 'eu-west-1' } as const;
const call: TaskCall = { stateName: 'Call', resource: 'arn:aws:states:::http:invoke', arguments: { Method: 'GET' } };
const answered = (output: string): TestStateOutcome => ({ kind: 'answered', response: { status: 'SUCCEEDED', output }, extras: {} });
const unused: TestWorld = { perform: () => Promise.reject(new Error('nothing should be performed')) };

/** An engine that performs one task and answers what came back. */
const performing: Engine = async (_request, environment) => {
  const reply = await environment.ports.perform(call, environment.signal ?? new AbortController().signal);
  return reply.kind === 'not-performed' ? { kind: 'not-performed', reason: reply.reason, partial: undefined } : answered(JSON.stringify(reply));
};
const never: Engine = () => new Promise(() => undefined);

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};

function studio(engine: Engine) {
  const timer = manualTimer();
  const workers: MemoryWorker[] = [];
  const tester = createTester({
    createWorker: () => {
      const worker = memoryWorker(engine);
      workers.push(worker);
      return worker;
    },
    ports: { timer },
  });
  return { tester, timer, workers };
}

describe('createTester', () => {
  it('runs a test in a worker and keeps the worker for the next one', async () => {
    const { tester, workers } = studio(async (_request, environment) => answered(`${environment.dialect} ${environment.region} ${environment.ports.id()}`));
    tester.prewarm();
    const outcome = await tester.start(request, unused, options).outcome;
    expect(outcome).toEqual(answered('studio eu-west-1 00000000-0000-4000-8000-000000000000'));
    await tester.start(request, unused, options).outcome;
    expect(workers).toHaveLength(1);
  });

  it('performs tasks on the page and gives the reply to the interpreter', async () => {
    const { tester } = studio(performing);
    const seen: TaskCall[] = [];
    const world: TestWorld = {
      perform: async (task) => {
        seen.push(task);
        return { kind: 'result', value: { ok: true } };
      },
    };
    expect(await tester.start(request, world, options).outcome).toEqual(answered('{"kind":"result","value":{"ok":true}}'));
    expect(seen).toEqual([call]);
  });

  it('runs tests side by side, so that one cannot hold up another', async () => {
    let runs = 0;
    const { tester } = studio((...given) => (runs++ === 0 ? never(...given) : Promise.resolve(answered('second'))));
    const first = tester.start(request, unused, options);
    expect(await tester.start(request, unused, options).outcome).toEqual(answered('second'));
    first.stop();
  });

  it('stops a task on the page and asks the worker to stop', async () => {
    const { tester, workers } = studio(performing);
    let aborted = false;
    const world: TestWorld = {
      perform: (_task, signal) =>
        new Promise<TaskReply>(() => {
          signal.addEventListener('abort', () => (aborted = true));
        }),
    };
    const handle = tester.start(request, world, options);
    await settle();
    handle.stop();
    expect(await handle.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'stopped', message: 'The test was stopped.' } });
    expect(aborted).toBe(true);
    expect(workers[0]?.terminated).toBe(false);
  });

  it('ends a worker that does not hear stop, and replaces it', async () => {
    const { tester, timer, workers } = studio(never);
    const handle = tester.start(request, unused, options);
    await settle();
    handle.stop();
    timer.advance(500);
    expect(await handle.outcome).toMatchObject({ kind: 'not-performed', reason: { kind: 'stopped' } });
    expect(workers.map((worker) => worker.terminated)).toEqual([true, false]);
  });

  it('ends an expression that never ends, and says so', async () => {
    const { tester, timer } = studio(never);
    const handle = tester.start(request, unused, options);
    await settle();
    timer.advance(10_000);
    expect(await handle.outcome).toMatchObject({ reason: { message: expect.stringContaining('computed for 10 seconds') } });
  });

  it('lets a task take its time: waiting for an answer is no runaway', async () => {
    const { tester, timer } = studio(performing);
    let answer: (reply: TaskReply) => void = () => undefined;
    const handle = tester.start(request, { perform: () => new Promise((resolve) => (answer = resolve)) }, options);
    await settle();
    timer.advance(59_000);
    answer({ kind: 'result', value: 'late' });
    expect(await handle.outcome).toEqual(answered('{"kind":"result","value":"late"}'));
  });

  it('says that the worker died, and runs the next test on another', async () => {
    let runs = 0;
    const { tester, workers } = studio((...given) => (runs++ === 0 ? never(...given) : Promise.resolve(answered('again'))));
    const handle = tester.start(request, unused, options);
    await settle();
    workers[0]?.crash('out of memory');
    expect(await handle.outcome).toMatchObject({ reason: { message: expect.stringContaining('stopped working (out of memory)') } });
    expect(await tester.start(request, unused, options).outcome).toEqual(answered('again'));
  });

  it('says that a worker cannot be started', async () => {
    const tester = createTester({
      createWorker: () => {
        throw new Error('blocked by the page');
      },
      ports: { timer: manualTimer() },
    });
    expect(await tester.start(request, unused, options).outcome).toMatchObject({ reason: { message: expect.stringContaining('blocked by the page') } });
  });

  it.each([
    { what: 'throws', perform: (): Promise<TaskReply> => Promise.reject(new Error('page fell over')), says: 'page fell over' },
    // A function in a reply is a mistake that types do not stop where the reply comes from elsewhere.
    { what: 'answers something that is no plain data', perform: async () => ({ kind: 'result', value: () => 1 }) as unknown as TaskReply, says: 'could not be cloned' },
  ])('answers, instead of hanging, when the page $what', async ({ perform, says }) => {
    const { tester } = studio(performing);
    expect(await tester.start(request, { perform }, options).outcome).toMatchObject({ kind: 'not-performed', reason: { message: expect.stringContaining(says) } });
  });

  it('gives the mistake of an engine that throws as a sentence', async () => {
    const { tester } = studio(() => Promise.reject(new Error('Unreachable: {}')));
    expect(await tester.start(request, unused, options).outcome).toMatchObject({ reason: { message: expect.stringContaining('Unreachable') } });
  });
});
