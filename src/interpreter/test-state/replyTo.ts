import { andThen, type MaybePromise } from '../../lib/MaybePromise.ts';
import type { Json } from '../../lib/Json.ts';
import { isJsonArray } from '../../lib/Json.ts';
import type { HttpTrace, NotPerformed } from '../../http/taskReply.ts';
import type { Environment, TaskCall } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import type { Effect, Iterations } from '../outcome.ts';
import { runBranches, runIterations, type Outer } from '../run/runInner.ts';
import { exceedsTolerance, THRESHOLD_EXCEEDED } from '../tolerance.ts';
import type { Test } from './readRequest.ts';

/** How the world, or the mock in its place, answered. */
export type Reply =
  | { readonly kind: 'value'; readonly value: Json; readonly http?: HttpTrace }
  | { readonly kind: 'failure'; readonly failure: StatesError; readonly http?: HttpTrace; readonly hint?: string }
  | { readonly kind: 'refused' | 'unsupported'; readonly message: string }
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed; readonly http?: HttpTrace };

export function replyTo(effect: Effect, test: Test, environment: Environment): MaybePromise<Reply> {
  switch (effect.kind) {
    case 'sleep':
      return { kind: 'value', value: null }; // the wait is virtual
    case 'call':
      return test.mock ? mocked(test) : perform(effect.call, environment);
    case 'branches':
      return test.mock ? mocked(test) : runBranches(effect.branches, effect.input, outerOf(test, environment));
    case 'read':
      return { kind: 'unsupported', message: 'not supported yet: reading items in a test. Give them as reader data.' };
    case 'iterations':
      return effect.iterations.failure ? { kind: 'failure', failure: effect.iterations.failure } : iterated(effect.iterations, test, environment);
  }
}

/** Without a mock only the studio gets here: AWS refuses to test these states unless they are mocked. */
const iterated = (iterations: Iterations, test: Test, environment: Environment): MaybePromise<Reply> =>
  test.mock ? mockedIterations(iterations, test) : runIterations(iterations, outerOf(test, environment));

const outerOf = ({ variables, context, machineLanguage }: Test, environment: Environment): Outer => ({ environment, variables, context, machineLanguage });

function mocked({ mock }: Test): Reply {
  if (!mock) throw new Error('A Map or Parallel state without a mock was let through.');
  return mock.kind === 'result' ? { kind: 'value', value: mock.value } : mock;
}

function perform(call: TaskCall, environment: Environment): MaybePromise<Reply> {
  const signal = environment.signal ?? new AbortController().signal;
  return andThen(environment.ports.perform(call, signal), (reply): Reply => {
    const http = reply.http === undefined ? {} : { http: reply.http };
    if (reply.kind === 'result') return { kind: 'value', value: reply.value, ...http };
    if (reply.kind === 'not-performed') return { kind: 'not-performed', reason: reply.reason, ...http };
    const failure = {
      ...(reply.error === undefined ? {} : { error: reply.error }),
      ...(reply.cause === undefined ? {} : { cause: reply.cause }),
    };
    return { kind: 'failure', failure, ...http, ...(reply.hint === undefined ? {} : { hint: reply.hint }) };
  });
}

/** The threshold is looked at before the length of the mocked result (recorded). */
function mockedIterations(iterations: Iterations, test: Test): Reply {
  const reply = mocked(test);
  const count = iterations.inputs.length;
  const failures = test.request.stateConfiguration?.mapIterationFailureCount ?? 0;
  if (failures > count) {
    return { kind: 'refused', message: 'Map iteration failure count must be less than or equal to the number of Map iterations' };
  }
  if (reply.kind !== 'value') return reply;
  if (exceedsTolerance(iterations, failures)) return { kind: 'failure', failure: THRESHOLD_EXCEEDED };
  if (isJsonArray(reply.value) && reply.value.length !== count) {
    return { kind: 'refused', message: "Input array does not equal the mocked result array's size" };
  }
  return reply;
}
