import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import type { DataReply, Environment, Limits, TaskCall, TaskReply } from './environment.ts';
import { startRun } from './run.ts';
import type { RunOptions } from './run/runTypes.ts';

const task = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { 'n.$': '$', 'execution.$': '$$.Execution' }, End: true };
const machine = (state: Json): Json => ({ StartAt: 'A', States: { A: state } });
const distributed = (ExecutionType: string, more = {}): Json => machine({ Type: 'Map', MaxConcurrency: 1, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType }, StartAt: 'T', States: { T: task } }, End: true, ...more });

function begin(definition: Json, input: Json, perform: (call: TaskCall) => TaskReply, { options = {}, data, limits = {} }: { options?: RunOptions; data?: () => DataReply; limits?: Partial<Limits> } = {}) {
  let ids = 0;
  const environment: Environment = { dialect: 'aws', limits, ports: { now: () => 0, random: () => 0, id: () => `id-${++ids}`, perform, ...(data && { data }) } };
  const started = startRun(definition, input, environment, options);
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

/** Answers the number it was given; the twos fail as long as it is down. */
function service() {
  const calls: { readonly n: Json; readonly execution: { readonly [name: string]: Json } }[] = [];
  const world = { down: true };
  const perform = (call: TaskCall): TaskReply => {
    const args = call.arguments as unknown as (typeof calls)[number];
    calls.push(args);
    return world.down && args.n === 2 ? { kind: 'failure', error: 'Down' } : { kind: 'result', value: args.n };
  };
  return { calls, world, perform };
}

describe('redrive', () => {
  it('tells its status and count as DescribeExecution does', async () => {
    const { world, perform } = service();
    const run = begin(machine(task), 2, perform);
    expect(run.redriveStatus).toEqual({ redriveCount: 0, redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: 'Execution is RUNNING and cannot be redriven' });
    await run.finish();
    expect(run.redriveStatus).toEqual({ redriveCount: 0, redriveStatus: 'REDRIVABLE' });
    for (const count of [1, 2]) {
      expect(run.redrive()).toBe(true);
      expect(run.events.at(-1)).toMatchObject({ type: 'ExecutionRedriven', executionRedrivenEventDetails: { redriveCount: count } });
      await run.finish();
    }
    world.down = false;
    run.redrive();
    await run.finish();
    expect(run.redriveStatus).toEqual({ redriveCount: 3, redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' });
  });

  it('is not for Express executions', async () => {
    const run = begin(machine(task), 2, service().perform, { options: { type: 'EXPRESS' } });
    await run.finish();
    expect([run.redriveStatus.redriveStatus, run.redrive()]).toEqual(['NOT_REDRIVABLE', false]);
  });

  it('is not for a history that is full', async () => {
    const run = begin(machine(task), 2, service().perform, { options: { maxEvents: 1000 }, limits: { historyEvents: 50 } });
    await run.finish();
    for (let i = 0; i < 50 && run.redrive(); i++) await run.finish();
    expect(run.redriveStatus.redriveStatus).toBe('NOT_REDRIVABLE');
    expect(run.eventCount).toBeGreaterThanOrEqual(49);
  });

  it.each(['STANDARD', 'EXPRESS'])('of a distributed Map goes on in the same Map Run with the children that did not succeed: %s', async (type) => {
    const { calls, world, perform } = service();
    const run = begin(distributed(type), [1, 2, 3], perform);
    await run.finish();
    run.redrive();
    await run.finish();
    world.down = false;
    run.redrive();
    expect(await run.finish()).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3]' });
    expect(calls.map(({ n }) => n)).toEqual([1, 2, 2, 2, 3]);
    const redriven = run.events.filter((event) => event.type === 'MapRunRedriven').map((event) => event['mapRunRedrivenEventDetails'] as { mapRunArn: string; redriveCount: number });
    expect(redriven.map(({ redriveCount }) => redriveCount)).toEqual([1, 2]);
    expect(new Set([...redriven.map(({ mapRunArn }) => mapRunArn), ...run.events.filter((event) => event.type === 'MapRunStarted').map((event) => (event['mapRunStartedEventDetails'] as { mapRunArn: string }).mapRunArn)]).size).toBe(1);
    const twos = calls.filter(({ n }) => n === 2).map(({ execution }) => execution);
    // Standard children are redriven, Express ones started anew.
    if (type === 'STANDARD') expect(twos.map(({ RedriveCount, Id }) => [RedriveCount, Id])).toEqual([0, 1, 2].map((count) => [count, twos[0]?.['Id']]));
    else expect(new Set(twos.map(({ Id }) => Id)).size).toBe(3);
  });

  it('writes the results again where only that had failed', async () => {
    const { calls, perform } = service();
    let bucket = false;
    const data = (): DataReply => (bucket ? { kind: 'done' } : { kind: 'failure', error: 'S3.NoSuchBucket' });
    const run = begin(distributed('STANDARD', { ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b' } } }), [1, 3], perform, { data });
    expect(await run.finish()).toMatchObject({ status: 'FAILED', error: 'S3.NoSuchBucket' });
    bucket = true;
    run.redrive();
    expect(await run.finish()).toMatchObject({ status: 'SUCCEEDED' });
    expect(calls).toHaveLength(2);
  });

  it('of a Parallel whose branches had all succeeded ends as before', async () => {
    const { calls, perform } = service();
    const run = begin(machine({ Type: 'Parallel', Branches: [{ StartAt: 'T', States: { T: task } }], ResultSelector: { 'x.$': '$.nope' }, End: true }), 1, perform);
    expect(await run.finish()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    run.redrive();
    expect(await run.finish()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(calls).toHaveLength(1);
  });
});
