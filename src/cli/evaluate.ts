import { randomUUID } from 'node:crypto';
import type { Environment, Ports, TaskCall, TaskReply } from '../interpreter/environment.ts';
import { run } from '../interpreter/run.ts';
import type { RunOutcome } from '../interpreter/run/runTypes.ts';
import { testState } from '../interpreter/testState.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { validateDefinition, type ValidateAnswer, type ValidateOptions } from '../interpreter/validateDefinition.ts';
import type { Json } from '../lib/Json.ts';
import { mockAnswers } from '../suite/mockAnswers.ts';
import { runSavedTest, type SuiteSetting } from '../suite/runSavedTest.ts';
import type { Mocks, SavedTest } from '../suite/suiteTypes.ts';
import type { TestResult } from '../suite/TestResult.ts';
import { diskCatalog } from './diskCatalog.ts';
import { runNeedsMock } from './runMocks.ts';

/** What is to be evaluated, as plain data: it crosses to a thread. */
export type Job =
  | { readonly kind: 'test-state'; readonly request: TestStateRequest; readonly region: string; readonly accountId?: string }
  | { readonly kind: 'validate'; readonly definition: string; readonly options: ValidateOptions }
  | { readonly kind: 'run'; readonly definition: Json; readonly input: Json; readonly mocks: Mocks; readonly region: string }
  | { readonly kind: 'saved-test'; readonly test: SavedTest; readonly setting: Pick<SuiteSetting, 'definition' | 'type' | 'region' | 'dialect'> };

/** `ended`: an expression ran away, or the engine failed (`fault`); a sentence. */
export type Evaluated =
  | { readonly kind: 'test-state'; readonly outcome: TestStateOutcome }
  | { readonly kind: 'validate'; readonly answer: ValidateAnswer }
  | { readonly kind: 'run'; readonly outcome: RunOutcome }
  | { readonly kind: 'saved-test'; readonly result: TestResult }
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
  if (job.kind === 'saved-test') {
    return { kind: job.kind, result: await runSavedTest(job.test, { ...job.setting, perform, pause, responseShape: diskCatalog().responseShape }) };
  }
  const { answer, data } = mockAnswers(job.mocks);
  const environment: Environment = { dialect: 'aws', region: job.region, ports: { ...ports, data } };
  return { kind: job.kind, outcome: await run(job.definition, job.input, environment, { answer: (call) => answer(call) ?? runNeedsMock(call) }) };
};
