import { describe, expect, it } from 'vitest';
import type { Ports, TaskReply } from '../interpreter/environment.ts';
import type { HistoryEvent } from '../interpreter/run/History.ts';
import { testState } from '../interpreter/testState.ts';
import type { Json } from '../lib/Json.ts';
import type { TestWorld } from './performCalls.ts';
import { createRunner, type RunControl } from './runner.ts';
import type { RunOrder } from './runMessages.ts';
import { manualTimer } from './testing/manualTimer.ts';
import { memoryWorker, type MemoryWorker } from './testing/memoryWorker.ts';

/** As a worker gives way: after all that was queued before. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const ports: Omit<Ports, 'perform'> = { now: () => 0, random: () => 0.5, id: () => 'id', pause: turn };
const unused: TestWorld = { perform: () => Promise.reject(new Error('nothing should be performed')) };

const machine = (states: Json, more = {}): Json => ({ StartAt: 'A', States: states, ...more });
const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } };
const EXPRESS_LOOP = machine({ A: { Type: 'Choice', Choices: [{ Variable: '$', IsPresent: false, Next: 'B' }], Default: 'A' }, B: { Type: 'Succeed' } });

function studio(definition: Json, { world = unused, ...order }: Partial<RunOrder> & { world?: TestWorld } = {}) {
  const timer = manualTimer();
  const workers: MemoryWorker[] = [];
  const seen: HistoryEvent[] = [];
  const batches: number[] = [];
  const held: boolean[] = [];
  const runner = createRunner({
    createWorker: () => {
      const worker = memoryWorker(testState, ports);
      workers.push(worker);
      return worker;
    },
    timer,
  });
  const run: RunControl = runner.start({ definition, input: {}, dialect: 'aws', ...order }, world, {
    events: (batch) => {
      seen.push(...batch);
      batches.push(batch.length);
    },
    held: (waits) => void held.push(waits),
  });
  return { run, seen, batches, held, timer, workers };
}

const until = async (reached: () => boolean): Promise<void> => {
  while (!reached()) await turn();
};

describe('createRunner', () => {
  it('tells the events in batches and how the run ended', async () => {
    const list = Array.from({ length: 2000 }, (_, i) => i);
    const { run, seen, batches } = studio(machine({ A: { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true } }), { input: list });
    expect(await run.ended).toEqual({ kind: 'ended', status: 'SUCCEEDED', output: JSON.stringify(list) });
    expect(seen.map(({ id }) => id)).toEqual(Array.from({ length: 8006 }, (_, i) => i + 1));
    expect(Math.max(...batches)).toBeLessThanOrEqual(500);
  });

  it.each<[string, Json, RunOrder['options']]>([
    ['an Express workflow', EXPRESS_LOOP, { type: 'EXPRESS' }],
    ['JSONata', machine({ A: { Type: 'Choice', Choices: [{ Condition: '{% $count([1]) = 2 %}', Next: 'B' }], Default: 'A' }, B: { Type: 'Succeed' } }, { QueryLanguage: 'JSONata' }), { type: 'EXPRESS' }],
    ['a Map', machine({ A: { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', Next: 'Q' }, Q: { Type: 'Pass', Next: 'P' } } }, End: true } }), { type: 'EXPRESS' }],
  ])('stops an endless loop of %s', async (_, definition, options) => {
    const { run, seen } = studio(definition, { ...(options && { options }), input: Array.from({ length: 100 }, (_item, i) => i) });
    await until(() => seen.length > 100);
    run.stop('Enough', 'A person said so.');
    expect(await run.ended).toEqual({ kind: 'ended', status: 'ABORTED', error: 'Enough', cause: 'A person said so.' });
    expect(seen.at(-1)?.type).toBe('ExecutionAborted');
  });

  it('performs tasks on the page, and stops one that is under way', async () => {
    let [asked, aborted] = [false, false];
    const world: TestWorld = {
      perform: (_, signal) => {
        asked = true;
        return new Promise<TaskReply>(() => signal.addEventListener('abort', () => (aborted = true)));
      },
    };
    const { run } = studio(machine({ A: { ...TASK, End: true } }), { world });
    await until(() => asked);
    run.stop();
    expect(await run.ended).toMatchObject({ status: 'ABORTED' });
    expect(aborted).toBe(true);
  });

  it('goes a step at a time, is held and goes on', async () => {
    const { run, seen, held } = studio(machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Succeed' } }), { held: true });
    await until(() => held.at(-1) === true);
    expect(seen.map(({ type }) => type)).toEqual(['ExecutionStarted']);
    run.step();
    await until(() => held.length === 3);
    expect(seen.at(-1)).toMatchObject({ type: 'PassStateExited', stateExitedEventDetails: { name: 'A' } });
    run.go();
    expect(await run.ended).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('holds a loop that goes', async () => {
    const { run, seen, held } = studio(EXPRESS_LOOP, { options: { type: 'EXPRESS' } });
    await until(() => seen.length > 0);
    run.hold();
    await until(() => held.at(-1) === true);
    const count = seen.length;
    await turn();
    expect(seen.length).toBe(count);
    run.stop();
    expect(await run.ended).toMatchObject({ status: 'ABORTED' });
  });

  it('redrives what failed, and tells the rest of the events', async () => {
    let down = true;
    const world: TestWorld = { perform: async () => (down ? { kind: 'failure', error: 'Down' } : { kind: 'result', value: 7 }) };
    const { run, seen } = studio(machine({ A: { ...TASK, End: true } }), { world });
    expect(await run.ended).toMatchObject({ status: 'FAILED', error: 'Down' });
    down = false;
    expect(await run.redrive()).toMatchObject({ status: 'SUCCEEDED', output: '7' });
    expect(seen.map(({ type }) => type)).toEqual(expect.arrayContaining(['ExecutionFailed', 'ExecutionRedriven', 'ExecutionSucceeded']));
    expect(await run.redrive()).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('cuts long payloads and gives the whole event when asked', async () => {
    const text = 'x'.repeat(50_000);
    const { run, seen } = studio(machine({ A: { Type: 'Pass', Result: text, End: true } }));
    await run.ended;
    const exited = seen.find(({ type }) => type === 'PassStateExited');
    expect(exited?.['stateExitedEventDetails']).toMatchObject({ outputDetails: { truncated: true } });
    const whole = await run.event(exited?.id ?? 0);
    expect(whole?.['stateExitedEventDetails']).toEqual({ name: 'A', output: JSON.stringify(text), outputDetails: { truncated: false } });
    run.close();
    expect(await run.event(1)).toBeNull();
  });

  it('refuses a definition as AWS does', async () => {
    expect(await studio({ StartAt: 'A' }).run.ended).toMatchObject({ kind: 'refused', message: expect.stringContaining('SCHEMA_VALIDATION_FAILED') });
  });

  it('ends a worker that computes without getting on, and one that died', async () => {
    const never: TestWorld = { perform: () => new Promise(() => undefined) };
    const waiting = studio(machine({ A: { ...TASK, End: true } }), { world: never });
    await turn();
    waiting.timer.advance(60_000); // waiting for a task is no runaway
    waiting.workers[0]?.crash('out of memory');
    expect(await waiting.run.ended).toMatchObject({ reason: { kind: 'stopped', message: expect.stringContaining('out of memory') } });
    const silent = createRunner({ createWorker: () => ({ onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined }), timer: waiting.timer });
    const hung = silent.start({ definition: {}, input: {}, dialect: 'aws' }, unused, { events: () => undefined });
    waiting.timer.advance(30_000);
    expect(await hung.ended).toMatchObject({ reason: { message: expect.stringContaining('did not start') } });
  });
});
