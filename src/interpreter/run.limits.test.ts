import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import type { Environment, Limits, TaskReply } from './environment.ts';
import { run, startRun } from './run.ts';
import type { RunOutcome } from './run/runTypes.ts';

const NO_LIMIT = Number.POSITIVE_INFINITY;
const LIFTED = { payloadBytes: NO_LIMIT, assignBytes: NO_LIMIT, variablesBytes: NO_LIMIT, historyEvents: NO_LIMIT };
const world = (more: Partial<Environment> = {}, ports: Partial<Environment['ports']> = {}): Environment => ({
  dialect: 'aws',
  ports: { now: () => Date.UTC(2026, 0, 1), random: () => 0.5, id: () => 'id', perform: (call) => ({ kind: 'result', value: call.arguments }), ...ports },
  ...more,
});
const lifted = (limits: Partial<Limits> = LIFTED): Environment => world({ limits });
const machine = (states: Json, more = {}): Json => ({ StartAt: 'A', States: states, ...more });
const forever = (more = {}, rule: Json = { Variable: '$', IsPresent: false, Next: 'Z' }): Json =>
  machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Choice', Choices: [rule], Default: 'A' }, Z: { Type: 'Succeed' } }, more);
const ended = (outcome: RunOutcome | undefined) => {
  if (outcome?.kind !== 'ended') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const pass = (Result: Json) => machine({ A: { Type: 'Pass', Result, End: true } });
const tooBig = (name: string) => ({ status: 'FAILED', error: 'States.DataLimitExceeded', cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.` });

describe('limits are those of AWS, and the environment lifts them', () => {
  const longest = 'x'.repeat(262_142); // with its quotes: 256 KiB
  it('a payload', async () => {
    expect(ended(await run(pass(longest), {}, world())).status).toBe('SUCCEEDED');
    expect(ended(await run(pass(`${longest}x`), {}, world()))).toMatchObject(tooBig('A'));
    expect(ended(await run(pass('ü'.repeat(131_072)), {}, world()))).toMatchObject(tooBig('A'));
    expect(ended(await run(pass(`${longest}x`), {}, lifted())).status).toBe('SUCCEEDED');
  });

  it('the result of a task, of a Map and of a Parallel', async () => {
    const big: TaskReply = { kind: 'result', value: `${longest}x` };
    const task = machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } });
    expect(ended(await run(task, {}, world({}, { perform: () => big })))).toMatchObject(tooBig('sqs'));
    const half = { StartAt: 'P', States: { P: { Type: 'Pass', Result: 'x'.repeat(140_000), End: true } } };
    expect(ended(await run(machine({ A: { Type: 'Map', ItemProcessor: half, End: true } }), [1, 2], world()))).toMatchObject(tooBig('A'));
    const other = { StartAt: 'Q', States: { Q: { Type: 'Pass', Result: 'x'.repeat(140_000), End: true } } };
    expect(ended(await run(machine({ A: { Type: 'Parallel', Branches: [half, other], End: true } }), {}, world()))).toMatchObject(tooBig('A'));
  });

  it('one Assign', async () => {
    const assign = (text: string) => machine({ A: { Type: 'Pass', Assign: { v: text }, Result: 1, End: true } });
    expect(ended(await run(assign(longest), {}, world())).status).toBe('SUCCEEDED');
    expect(ended(await run(assign(`${longest}x`), {}, world()))).toMatchObject({ error: 'States.DataLimitExceeded' });
    expect(ended(await run(assign(`${longest}x`), {}, lifted())).status).toBe('SUCCEEDED');
  });

  it('all variables of an execution', async () => {
    const states = Object.fromEntries(Array.from({ length: 42 }, (_, i) => [`A${i}`, { Type: 'Pass', Assign: { [`v${i}`]: longest }, ...(i === 41 ? { End: true } : { Next: `A${i + 1}` }) }]));
    const many = { StartAt: 'A0', States: states };
    expect(ended(await run(many, {}, world()))).toMatchObject({
      error: 'States.DataLimitExceeded',
      cause: "Execution total variable size limit exceeded. State 'A40' assigned variables that exceed the total execution limit by 262144 bytes.",
    });
    expect(ended(await run(many, {}, lifted())).status).toBe('SUCCEEDED');
  });

  it('variables of an iteration are given back', async () => {
    const inner = { StartAt: 'P', States: { P: { Type: 'Pass', Assign: { v: longest }, Result: 1, End: true } } };
    const list = Array.from({ length: 60 }, (_, i) => i);
    expect(ended(await run(machine({ A: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: inner, End: true } }), list, world())).status).toBe('SUCCEEDED');
  });

  it('events of the history', async () => {
    const loop = forever();
    for (const limit of [10, 11]) {
      const { history, cause } = ended(await run(loop, {}, world({ limits: { historyEvents: limit } })));
      expect([history.length, history.at(-1)?.type, cause]).toEqual([limit, 'ExecutionFailed', `The execution reached the maximum number of history events (${limit}).`]);
    }
    const inner = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
    const long = await run(machine({ A: { Type: 'Map', ItemProcessor: inner, End: true } }), Array.from({ length: 7000 }, () => 0), lifted());
    expect([ended(long).status, ended(long).history.length]).toEqual(['SUCCEEDED', 28_006]);
  });

  it('a JSONata expression that does not end', async () => {
    const endless = (Output: string) => machine({ A: { Type: 'Pass', Output, End: true } }, { QueryLanguage: 'JSONata' });
    expect(ended(await run(endless('{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}'), {}, world())).cause).toContain('Stack overflow error: Check for non-terminating recursive function.');
    expect(ended(await run(endless('{% ($f := function($n) { $f($n) }; $f(1)) %}'), {}, world({ limits: { jsonataTimeoutMs: 30 } }))).cause).toContain('Expression evaluation timeout: Check for infinite loop');
  });
});

describe('a run that is watched', () => {
  const loops: readonly (readonly [string, Json, 'STANDARD' | 'EXPRESS'])[] = [
    ['JSONPath', forever(), 'STANDARD'],
    ['EXPRESS', machine({ A: { Type: 'Choice', Choices: [{ Variable: '$', IsPresent: false, Next: 'B' }], Default: 'A' }, B: { Type: 'Succeed' } }), 'EXPRESS'],
    ['JSONata', forever({ QueryLanguage: 'JSONata' }, { Condition: '{% false %}', Next: 'Z' }), 'STANDARD'],
    ['retry', machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, Retry: [{ ErrorEquals: ['No'], MaxAttempts: 99_999_999, IntervalSeconds: 1, BackoffRate: 1 }], End: true } }), 'STANDARD'],
  ];
  it.each(loops)('gives way again and again, so that a stop is heard: %s', async (_, loop, type) => {
    const stop = new AbortController();
    let pauses = 0;
    const pause = async (): Promise<void> => {
      if (++pauses === 3) stop.abort();
    };
    const perform = (): TaskReply => ({ kind: 'failure', error: 'No' });
    const outcome = await run(loop, {}, world({ limits: LIFTED, signal: stop.signal }, { pause, perform }), { type, history: false });
    expect([ended(outcome).status, pauses]).toEqual(['ABORTED', 3]);
  });

  it('goes a step at a time, is stopped, and tells its events all the while', async () => {
    const started = startRun(forever(), {}, world());
    if (!started.ok) throw new Error(started.error);
    const handle = started.value;
    expect(await handle.step()).toBeUndefined();
    expect(handle.events.map(({ type }) => type)).toEqual(['ExecutionStarted', 'PassStateEntered', 'PassStateExited']);
    await handle.step(2);
    expect(handle.events).toHaveLength(7);
    handle.stop('Enough', 'A person said so.');
    expect(ended(await handle.finish())).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'A person said so.' });
    expect(handle.events.at(-1)?.type).toBe('ExecutionAborted');
  });

  it('ends at once while a task is waited for', async () => {
    const stop = new AbortController();
    const never = () => new Promise<TaskReply>(() => undefined);
    const running = run(machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } }), {}, world({ signal: stop.signal }, { perform: never }));
    await Promise.resolve();
    stop.abort();
    expect(ended(await running).status).toBe('ABORTED');
  });

  it('takes the real clock on request', async () => {
    let now = 1000;
    const slept: number[] = [];
    const pause = async (ms: number): Promise<void> => void (slept.push(ms), (now += ms));
    const outcome = ended(await run(machine({ A: { Type: 'Wait', Seconds: 5, End: true } }), {}, world({}, { now: () => now, pause }), { clock: 'real' }));
    expect(outcome.status).toBe('SUCCEEDED');
    expect(slept).toContain(5000);
    expect(now).toBe(6000);
  });

  it('never runs more iterations at once than MaxConcurrency says, nor than an inline Map may', async () => {
    const most = async (MaxConcurrency: number): Promise<number> => {
      let [now, max] = [0, 0];
      const perform = async (): Promise<TaskReply> => {
        max = Math.max(max, ++now);
        await Promise.resolve();
        now--;
        return { kind: 'result', value: 1 };
      };
      const inner = { StartAt: 'T', States: { T: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } } };
      await run(machine({ A: { Type: 'Map', MaxConcurrency, ItemProcessor: inner, End: true } }), Array.from({ length: 100 }, () => 0), world({}, { perform }));
      return max;
    };
    expect([await most(3), await most(0)]).toEqual([3, 40]);
  });
});

describe('redrive', () => {
  const task = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {} };

  it('goes on at the task that failed, with its attempts anew', async () => {
    const calls: string[] = [];
    const perform = ({ stateName }: { readonly stateName: string }): TaskReply => {
      calls.push(stateName);
      return stateName === 'B' && calls.length < 3 ? { kind: 'failure', error: 'Down' } : { kind: 'result', value: stateName };
    };
    const started = startRun(machine({ A: { ...task, Next: 'B' }, B: { ...task, End: true } }), {}, world({}, { perform }));
    if (!started.ok) throw new Error(started.error);
    const handle = started.value;
    expect(ended(await handle.finish()).error).toBe('Down');
    const failedAt = handle.events.length;
    expect(handle.redrive()).toBe(true);
    expect(ended(await handle.finish())).toMatchObject({ status: 'SUCCEEDED', output: '"B"' });
    expect(calls).toEqual(['A', 'B', 'B']);
    expect(handle.events[failedAt]).toMatchObject({ type: 'ExecutionRedriven', executionRedrivenEventDetails: { redriveCount: 1 } });
    expect(handle.events[failedAt + 1]?.type).toBe('TaskScheduled');
    expect(handle.redrive()).toBe(false);
  });

  it('runs only the branches and iterations that did not succeed', async () => {
    const calls: string[] = [];
    let down = true;
    const perform = ({ stateName, arguments: args }: { readonly stateName: string; readonly arguments: Json }): TaskReply => {
      calls.push(`${stateName} ${JSON.stringify(args)}`);
      return down && JSON.stringify(args).includes('2') ? { kind: 'failure', error: 'Down' } : { kind: 'result', value: args };
    };
    const inner = { StartAt: 'T', States: { T: { ...task, Parameters: { 'n.$': '$' }, End: true } } };
    const other = { StartAt: 'O', States: { O: { ...task, Parameters: { o: 1 }, End: true } } };
    const map = { StartAt: 'M', States: { M: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: inner, End: true } } };
    const started = startRun(machine({ A: { Type: 'Parallel', Branches: [other, map], End: true } }), [1, 2, 3], world({}, { perform }));
    if (!started.ok) throw new Error(started.error);
    const handle = started.value;
    expect(ended(await handle.finish()).status).toBe('FAILED');
    down = false;
    handle.redrive();
    expect(JSON.parse(ended(await handle.finish()).output ?? '')).toEqual([{ o: 1 }, [{ n: 1 }, { n: 2 }, { n: 3 }]]);
    expect(calls).toEqual(['O {"o":1}', 'T {"n":1}', 'T {"n":2}', 'T {"n":2}', 'T {"n":3}']);
  });
});
