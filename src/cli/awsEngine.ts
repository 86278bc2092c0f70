import { isHttpResource } from '../asl/httpResource.ts';
import type { Around, AwsEngine, EngineAnswer } from '../bridge/aws/AwsEngine.ts';
import type { Denied } from '../http/HttpWorld.ts';
import { performHttpTask } from '../http/performHttpTask.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { allowedWorld, type Allowed } from './allowedWorld.ts';
import type { Evaluated, Job, Perform } from './evaluate.ts';

export interface AwsEngineOptions extends Allowed {
  evaluate(job: Job, perform: Perform, signal: AbortSignal): Promise<Evaluated | null>;
  close(): Promise<void>;
}

/** What answers at the local endpoint: the interpreter as AWS, HTTP tasks to allowed origins only, nothing else performed. */
export function createAwsEngine(options: AwsEngineOptions): AwsEngine {
  const ask = async (job: Job, perform: Perform, signal: AbortSignal): Promise<EngineAnswer> => answerFrom(await options.evaluate(job, perform, signal));
  return {
    testState: (request, around, signal) => ask({ kind: 'test-state', request, ...around }, performerFor(options, around, signal), signal),
    validate: (definition, validation, signal) => ask({ kind: 'validate', definition, options: validation }, () => Promise.reject(new Error('A validation performs nothing.')), signal),
    close: options.close,
  };
}

const performerFor = (allowed: Allowed, { region }: Around, signal: AbortSignal): Perform => async (call) => {
  if (isHttpResource(call.resource)) return performHttpTask(call, allowedWorld(region, allowed, mayNotCall), signal);
  const message = `The local endpoint does not call ${call.resource}. Give the request a "mock" with a result or an errorOutput, or leave out --endpoint-url to test it on AWS.`;
  return { kind: 'not-performed', reason: { kind: 'needs-mock', message } };
};

const mayNotCall = (origin: string): Denied => ({
  kind: 'consent-denied',
  message: `Nothing was sent: the local endpoint may not call ${origin}. Give the request a "mock", or start with npm start -- --aws-endpoint --allow ${origin}.`,
});

function answerFrom(evaluated: Evaluated | null): EngineAnswer {
  switch (evaluated?.kind) {
    case undefined:
      return { kind: 'busy' };
    case 'ended':
      return { kind: evaluated.fault === true ? 'failed' : 'runaway', message: evaluated.message };
    case 'validate':
      return { kind: 'answer', body: evaluated.answer };
    case 'test-state':
      return fromOutcome(evaluated.outcome);
    case 'run':
    case 'saved-test':
      return { kind: 'failed', message: 'The engine answered something else.' };
  }
}

function fromOutcome(outcome: TestStateOutcome): EngineAnswer {
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'answer', body: outcome.response };
    case 'refused':
      return { kind: 'refused', ...outcome.exception };
    case 'not-performed':
      return { kind: 'not-here', message: outcome.reason.message };
    case 'unsupported':
      return { kind: 'not-here', message: outcome.message };
    default:
      return unreachable(outcome);
  }
}
