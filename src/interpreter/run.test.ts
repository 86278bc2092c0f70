import { describe, expect, it } from 'vitest';
import type { TaskReply } from '../http/taskReply.ts';
import type { Json } from '../lib/Json.ts';
import type { Environment, TaskCall } from './environment.ts';
import { enter } from './evaluators.ts';
import type { Frame } from './frame.ts';
import { noTrace } from './frame.ts';
import { AWS_LIMITS } from './limits.ts';
import { run } from './run.ts';
import type { RunOutcome } from './run/runTypes.ts';
import type { State } from './states/definition.ts';

const START = Date.UTC(2026, 0, 1);
const world = (replies: readonly TaskReply[] = []): { environment: Environment; calls: TaskCall[] } => {
  const [calls, left] = [[] as TaskCall[], [...replies]];
  const environment: Environment = {
    dialect: 'aws',
    ports: { now: () => START, random: () => 0.5, id: () => 'id', perform: (call) => (calls.push(call), left.shift() ?? { kind: 'result', value: call.arguments }) },
  };
  return { environment, calls };
};
const ended = (outcome: RunOutcome) => {
  if (outcome.kind !== 'ended') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const machine = (states: Json, more = {}): Json => ({ StartAt: 'A', States: states, ...more });
const types = (outcome: RunOutcome) => ended(outcome).history.map(({ type, previousEventId }) => `${type}<${previousEventId}`);
const task = 'arn:aws:lambda:us-east-1:111111111111:function:f';

describe('run', () => {
  it('chains events as AWS does', async () => {
    const outcome = await run(machine({ A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' }, B: { Type: 'Fail', Error: 'E' } }), {}, world().environment);
    expect(types(outcome)).toEqual(['ExecutionStarted<0', 'PassStateEntered<0', 'PassStateExited<2', 'FailStateEntered<3', 'ExecutionFailed<4']);
    expect(ended(outcome)).toMatchObject({ status: 'FAILED', error: 'E' });
  });

  it('passes waits and retries in virtual time', async () => {
    const failure: TaskReply = { kind: 'failure', error: 'Boom' };
    const { environment, calls } = world([failure, failure, { kind: 'result', value: 'at last' }]);
    const states = {
      A: { Type: 'Wait', Seconds: 3600, Next: 'B' },
      B: { Type: 'Task', Resource: task, Retry: [{ ErrorEquals: ['Boom'], IntervalSeconds: 10 }], End: true },
    };
    const outcome = ended(await run(machine(states), {}, environment));
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: '"at last"' });
    expect(calls).toHaveLength(3);
    expect(Date.parse(outcome.history.at(-1)?.timestamp ?? '') - START).toBe((3600 + 10 + 20) * 1000);
  });

  it('hides the variables of an iteration from the outside', async () => {
    const inner = { StartAt: 'In', States: { In: { Type: 'Pass', Assign: { inner: 1 }, Parameters: { 'v.$': '$outer', 'i.$': '$$.Map.Item.Index' }, End: true } } };
    const states = {
      A: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'M' },
      M: { Type: 'Map', ItemProcessor: inner, ResultPath: '$', Next: 'Z' },
      Z: { Type: 'Choice', Choices: [{ Variable: '$inner', IsPresent: true, Next: 'Bad' }], Default: 'Good' },
      Bad: { Type: 'Fail' }, Good: { Type: 'Succeed' },
    };
    expect(ended(await run(machine(states), ['a', 'b'], world().environment))).toMatchObject({ status: 'SUCCEEDED', output: '[{"v":"o","i":0},{"v":"o","i":1}]' });
  });

  it('a failing branch cuts the others and can be caught', async () => {
    const branch = (state: Json, name: string) => ({ StartAt: name, States: { [name]: state } });
    const states = {
      A: {
        Type: 'Parallel', End: true, Branches: [branch({ Type: 'Wait', Seconds: 99, End: true }, 'W'), branch({ Type: 'Fail', Error: 'No', Cause: 'c' }, 'F')],
        Catch: [{ ErrorEquals: ['No'], Next: 'C' }],
      },
      C: { Type: 'Succeed' },
    };
    const outcome = ended(await run(machine(states), {}, world().environment));
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: '{"Error":"No","Cause":"c"}' });
    expect(outcome.history.map(({ type }) => type)).toContain('WaitStateAborted');
    expect(Date.parse(outcome.history.at(-1)?.timestamp ?? '')).toBe(START);
  });

  it('ends by the timeout of the machine, by the stop signal and by the limit of events', async () => {
    const loop = { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Choice', Choices: [{ Variable: '$$.State.Name', StringEquals: '?', Next: 'C' }], Default: 'A' }, C: { Type: 'Succeed' } };
    expect(ended(await run(machine({ A: { Type: 'Wait', Seconds: 10, End: true } }, { TimeoutSeconds: 5 }), {}, world().environment)).status).toBe('TIMED_OUT');
    const stopped = new AbortController();
    stopped.abort();
    expect(ended(await run(machine(loop), {}, { ...world().environment, signal: stopped.signal })).status).toBe('ABORTED');
    const endless = ended(await run(machine(loop), {}, world().environment));
    expect(endless.cause).toBe('The execution reached the maximum number of history events (25000).');
    expect(endless.history).toHaveLength(25_000);
  });

  it('stops at a task that nobody performs, and says what it cannot run', async () => {
    const reason = { kind: 'needs-mock', message: 'Give it a mock.' } as const;
    const one = machine({ A: { Type: 'Task', Resource: task, End: true } });
    expect(await run(one, {}, world([{ kind: 'not-performed', reason }]).environment)).toMatchObject({ kind: 'not-performed', reason });
    const reader = { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject' }, ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true };
    expect(await run(machine({ A: reader }), {}, world().environment)).toMatchObject({ kind: 'not-performed', reason: { kind: 'needs-mock' } });
    expect(await run({}, {}, world().environment)).toMatchObject({ kind: 'refused' });
  });

  it('ten thousand JSONata iterations are not charged for each other', async () => {
    const inner = { StartAt: 'P', States: { P: { Type: 'Pass', Output: '{% $states.input + 1 %}', End: true } } };
    const outcome = await run(machine({ A: { Type: 'Map', ItemProcessor: inner, End: true } }, { QueryLanguage: 'JSONata' }), Array.from({ length: 3000 }, (_, i) => i), world().environment, { history: false });
    expect(ended(outcome).status).toBe('SUCCEEDED');
  });
});

describe('a JSONPath state makes no promise', () => {
  const frame: Frame = {
    stateName: 'S', input: { n: 1, list: [1] }, context: {}, variables: {}, language: 'JSONPath', enteredAt: 0,
    sources: { now: () => 0, random: () => 0, id: () => '' }, limits: AWS_LIMITS, trace: noTrace,
  };
  const processor = { StartAt: 'P', States: {} };
  it.each<State>([
    { Type: 'Pass', Parameters: { 'a.$': '$.n' }, End: true },
    { Type: 'Task', Resource: task, Parameters: { 'a.$': 'States.MathAdd($.n, 1)' }, TimeoutSeconds: 5, End: true },
    { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'X' }] },
    { Type: 'Wait', SecondsPath: '$.n', End: true },
    { Type: 'Succeed' },
    { Type: 'Fail', ErrorPath: '$.n' },
    { Type: 'Parallel', Branches: [processor], End: true },
    { Type: 'Map', ItemsPath: '$.list', ItemProcessor: processor, ItemSelector: { 'v.$': '$$.Map.Item.Value' }, End: true },
  ])('$Type', (state) => {
    expect(enter(state, frame)).not.toBeInstanceOf(Promise);
  });
});
