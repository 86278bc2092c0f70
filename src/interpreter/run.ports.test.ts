import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import type { DataReply, Environment, Ports, TaskReply } from './environment.ts';
import { run, startRun } from './run.ts';
import { testState } from './testState.ts';

const boom = (): never => {
  throw new Error('boom');
};
const good: Ports = { now: () => 0, random: () => 0.5, id: () => 'id', perform: () => ({ kind: 'result', value: 1 }), data: () => ({ kind: 'text', text: '[1]' }), pause: async () => undefined, token: () => 'token' };
const world = (ports: Partial<Ports>): Environment => ({ dialect: 'aws', ports: { ...good, ...ports }, limits: { historyEvents: 200 } });

const task = (more = {}) => ({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: { 't.$': '$$.Task.Token' }, End: true, ...more });
const named = (name: string, state: Json): Json => ({ StartAt: name, States: { [name]: state } });
const one = (state: Json): Json => named('A', state);
const call = one(task());
const reader = one({ Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true });
const retried = one(task({ Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' }] }));
const circular: { self?: unknown } = {};
circular.self = circular;
// What no type allows, from hosts that are not checked by ours.
const replies = [undefined, null, 'text', {}, { kind: 'other' }, { kind: 'result' }, { kind: 'result', value: () => 1 }, { kind: 'result', value: circular }, { kind: 'result', value: 1n }] as unknown as TaskReply[];

describe('a fault of a port is a status', () => {
  it.each<[string, Json, Partial<Ports>, string]>([
    ['perform throws', call, { perform: boom }, 'The task of "A" could not be carried out: boom.'],
    ['perform rejects', call, { perform: () => Promise.reject(new Error('boom')) }, 'The task of "A" could not be carried out: boom.'],
    ['data throws', reader, { data: boom }, 'The data of "A" could not be read or written: boom.'],
    ['data rejects', reader, { data: () => Promise.reject(new Error('boom')) }, 'The data of "A" could not be read or written: boom.'],
    ['data answers nothing', reader, { data: () => undefined as unknown as DataReply }, 'The data of "A" could not be read or written: '],
    ['the token throws', call, { token: boom }, 'The source of task tokens failed: boom.'],
    ['chance throws', retried, { random: boom, perform: () => ({ kind: 'failure', error: 'E' }) }, 'The source of random numbers failed: boom.'],
    ['chance is out of range', retried, { random: () => Number.NaN, perform: () => ({ kind: 'failure', error: 'E' }) }, 'The source of random numbers failed: it gave NaN.'],
    ['the ids throw', call, { id: boom }, 'The source of ids failed: boom.'],
    ['the clock throws', call, { now: boom }, 'The clock failed: boom.'],
    ['the clock gives nothing', call, { now: () => Number.NaN }, 'The clock failed: it gave NaN.'],
  ])('%s', async (_, definition, ports, cause) => {
    const outcome = await run(definition, {}, world(ports));
    expect(outcome).toMatchObject({ kind: 'ended', status: 'FAILED', error: 'States.Runtime' });
    expect(outcome.kind === 'ended' && outcome.cause).toContain(cause);
    expect(outcome.kind === 'ended' && outcome.cause).toContain('not with the workflow');
    expect(outcome.kind === 'ended' && outcome.history.at(-1)?.type).toBe('ExecutionFailed');
  });

  it.each(replies.map((reply, i) => [i, reply] as const))('a reply that is none (%i)', async (_, reply) => {
    for (const perform of [() => reply, () => Promise.resolve(reply)]) expect(await run(call, {}, world({ perform }))).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(await run(call, {}, world({}), { answer: () => reply ?? boom() })).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('promises of another library are waited for', async () => {
    const perform = () => ({ then: (go: (reply: TaskReply) => void) => go({ kind: 'result', value: 7 }) }) as unknown as Promise<TaskReply>;
    expect(await run(call, {}, world({ perform }))).toMatchObject({ status: 'SUCCEEDED', output: '7' });
  });

  it('waiting that fails ends the run, and so does a real clock that nothing can wait for', async () => {
    const wait = one({ Type: 'Wait', Seconds: 1, End: true });
    expect(await run(wait, {}, world({ pause: () => Promise.reject(new Error('boom')) }), { clock: 'real' })).toMatchObject({ status: 'FAILED', cause: expect.stringContaining('Waiting failed: boom.') });
    const { pause: _, ...still } = good;
    expect(await run(wait, {}, { dialect: 'aws', ports: still }, { clock: 'real' })).toMatchObject({ kind: 'unsupported' });
  });

  it('a task that is never answered is timed out by the real clock too', async () => {
    let now = 0;
    const pause = async (ms: number): Promise<void> => void (now += ms);
    const outcome = await run(one(task({ TimeoutSeconds: 3 })), {}, world({ now: () => now, pause }), { clock: 'real', answer: () => ({ kind: 'never' }) });
    expect([outcome.kind === 'ended' && outcome.error, now]).toEqual(['States.Timeout', 3000]);
  });

  it('an expression that meets such a fault does not spoil those after it', async () => {
    const jsonata = (Output: string) => ({ QueryLanguage: 'JSONata', ...(one({ Type: 'Pass', Output, End: true }) as object) });
    expect(await run(jsonata('{% $uuid() %}'), {}, world({ id: () => 1 as unknown as string }))).toMatchObject({ status: 'FAILED' });
    expect(await run(jsonata('{% ($states.context.Execution.Name) %}'), {}, world({ id: boom }))).toMatchObject({ status: 'FAILED' });
    expect(await run(jsonata('{% $uuid() %}'), {}, world({}))).toMatchObject({ status: 'SUCCEEDED', output: '"id"' });
  });

  it('a redrive after the clock failed at the very start is refused, and nothing throws', async () => {
    const started = startRun(call, {}, world({ now: boom }));
    expect(started.ok && [started.value.outcome?.kind, started.value.redrive()]).toEqual(['ended', false]);
  });

  it('testState says it as the state\'s failure', async () => {
    const request = { definition: JSON.stringify(task({ Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {} })), input: '{}', roleArn: 'arn:aws:iam::123456789012:role/r' };
    expect(await testState(request, world({ perform: boom }))).toMatchObject({ kind: 'answered', response: { status: 'FAILED', error: 'States.Runtime', cause: expect.stringContaining('boom') } });
    expect(await testState(request, world({ now: boom }))).toMatchObject({ kind: 'not-performed', reason: { message: expect.stringContaining('The clock failed: boom.') } });
  });
});

/** A port that works, throws, rejects, or answers nonsense. */
const moody = (works: () => unknown) => fc.constantFrom<() => unknown>(works, boom, () => Promise.reject(new Error('boom')), () => undefined, () => Number.NaN, () => 'text', () => ({ kind: 'result' }), () => Promise.resolve(works()));
const ports = fc.record({ now: moody(good.now), random: moody(good.random), id: moody(good.id), perform: moody(() => ({ kind: 'failure', error: 'E' })), data: moody(() => ({ kind: 'objects', objects: [1, { Key: 'k' }] })), pause: moody(async () => undefined), token: moody(() => 't') }, { requiredKeys: ['now', 'random', 'id', 'perform'] });

describe('a run with ports of any mood', () => {
  it('comes to a status', async () => {
    const writer = one({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, StartAt: 'T', States: { T: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'E' }] }), E: { Type: 'Succeed' } } }, ToleratedFailurePercentage: 50, ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b' } }, End: true });
    const jsonata = { QueryLanguage: 'JSONata', ...(one({ Type: 'Pass', Output: '{% [$uuid(), $random(), $now(), $states.context.Execution.Id] %}', End: true }) as object) };
    const definitions = fc.constantFrom<Json>(call, reader, retried, writer, jsonata, one({ Type: 'Wait', Seconds: 5, End: true }), one({ Type: 'Parallel', Branches: [named('B', task()), named('C', (reader as { States: { A: Json } }).States.A)], Retry: [{ ErrorEquals: ['States.ALL'] }], End: true }));
    await fc.assert(fc.asyncProperty(definitions, ports, async (definition, mood) => {
      const outcome = await run(definition, [1, 2], { dialect: 'aws', ports: mood as unknown as Ports, limits: { historyEvents: 200 } });
      expect(['ended', 'unsupported', 'not-performed']).toContain(outcome.kind);
      if (outcome.kind === 'ended') expect(outcome.history.map(({ id }) => id)).toEqual(outcome.history.map((_, i) => i + 1));
    }), { numRuns: 800 });
  });
});
