import { randomUUID } from 'node:crypto';
import type { DataCall, DataReply, Ports, TaskCall, TaskReply } from '../interpreter/environment.ts';
import { run } from '../interpreter/run.ts';
import type { RunOutcome, RunReply } from '../interpreter/run/runTypes.ts';
import { testState } from '../interpreter/testState.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { validateDefinition, type ValidateAnswer, type ValidateOptions } from '../interpreter/validateDefinition.ts';
import type { Json } from '../lib/Json.ts';
import { diskCatalog } from './diskCatalog.ts';
import { readMocks } from './runMocks.ts';

/** What is to be evaluated, as plain data: it crosses to a thread. */
export type Job =
  | { readonly kind: 'test-state'; readonly request: TestStateRequest; readonly region: string; readonly accountId?: string }
  | { readonly kind: 'validate'; readonly definition: string; readonly options: ValidateOptions }
  | { readonly kind: 'run'; readonly definition: Json; readonly input: Json; readonly mocks: Json; readonly region: string };

/** `ended`: an expression ran away, or the engine failed (`fault`); a sentence. */
export type Evaluated =
  | { readonly kind: 'test-state'; readonly outcome: TestStateOutcome }
  | { readonly kind: 'validate'; readonly answer: ValidateAnswer }
  | { readonly kind: 'run'; readonly outcome: RunOutcome }
  | { readonly kind: 'ended'; readonly message: string; readonly fault?: true };

export type Perform = (call: TaskCall) => Promise<TaskReply>;
export type Evaluate = (job: Job, perform: Perform) => Promise<Evaluated>;

export const evaluateHere: Evaluate = async (job, perform) => {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
  const ports: Ports = { now: () => Date.now(), random: () => Math.random(), id: () => randomUUID(), perform: (call) => perform(call), pause };
  if (job.kind === 'validate') return { kind: job.kind, answer: validateDefinition(job.definition, job.options) };
  if (job.kind === 'test-state') {
    const { request, kind, ...around } = job;
    return { kind, outcome: await testState(request, { dialect: 'aws', ...around, ports, responseShape: diskCatalog().responseShape }) };
  }
  const answer = readMocks(job.mocks);
  if (!answer.ok) return { kind: 'ended', message: answer.error };
  return { kind: job.kind, outcome: await run(job.definition, job.input, { dialect: 'aws', region: job.region, ports: { ...ports, data: (call) => mockedData(call, answer.value) } }, { answer: answer.value }) };
};

/** A mock of a Map with an ItemReader holds its items; results that would be written to a bucket go nowhere. */
function mockedData(call: DataCall, answer: (call: TaskCall) => RunReply): DataReply {
  if (call.body !== undefined) return { kind: 'done' };
  const reply = answer(call);
  if (reply.kind === 'result') return { kind: 'value', value: reply.value };
  return reply.kind === 'never' ? { kind: 'failure', error: 'States.ItemReaderFailed' } : reply;
}
