import { isJsonObject, member, type Json } from '../lib/Json.ts';
import { handleError, matchesError, retryDelay } from './handleError.ts';
import type { Catcher, Handlers, Retrier } from './states/definition.ts';
import { findRawState } from './test-state/pickState.ts';
import type { TestStateRequest } from './testStateApi.ts';

/** Why a retrier or catcher was taken, or was not. */
type Verdict = 'taken' | 'used-up' | 'no-match' | 'never' | 'not-asked';

export interface ExplainedRetrier {
  readonly kind: 'retry';
  readonly index: number;
  readonly retrier: Retrier;
  readonly verdict: Verdict;
  readonly maxAttempts: number;
  /** Of it alone: those that were made before this attempt. */
  readonly used: number;
  /** The wait that follows, in seconds; with jitter anything from nothing to it. `capped`: by MaxDelaySeconds. */
  readonly wait?: { readonly seconds: number; readonly jitter: boolean; readonly capped: boolean };
}

export interface ExplainedCatcher {
  readonly kind: 'catch';
  readonly index: number;
  readonly catcher: Catcher;
  readonly verdict: Verdict;
}

export type ExplainedHandler = ExplainedRetrier | ExplainedCatcher;

/** The handlers of a tested state; none where the request holds no such state, or its type takes none. */
export function handlersOf({ definition, stateName }: Pick<TestStateRequest, 'definition' | 'stateName'>): Handlers {
  const parsed = readJson(definition);
  const state = isJsonObject(parsed) ? (stateName === undefined ? parsed : findRawState(parsed, stateName)) : undefined;
  const type = isJsonObject(state) ? member(state, 'Type') : undefined;
  // The test has proved the shape of the state.
  return type === 'Task' || type === 'Map' || type === 'Parallel' ? (state as Handlers) : {};
}

/**
 * What each retrier and catcher has to say to an error, in the order in which they are asked. Whoever is taken is decided by
 * `handleError`, as in a test or a run; here are the reasons only. `used`: attempts of the matching retrier before this one.
 */
export function explainHandling(handlers: Handlers, error: string | undefined, used: number): readonly ExplainedHandler[] {
  const handling = handleError(handlers, error === undefined ? {} : { error }, () => used);
  const first = (handlers.Retry ?? []).findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error));
  const retriers = (handlers.Retry ?? []).map((retrier, index): ExplainedRetrier => {
    const taken = handling.kind === 'retry' && handling.index === index;
    const verdict = taken ? 'taken' : index === first ? 'used-up' : first >= 0 && index > first ? 'not-asked' : unmatched(error);
    const wait = taken ? { wait: { seconds: handling.delaySeconds, jitter: retrier.JitterStrategy === 'FULL', capped: isCapped(retrier, used) } } : {};
    return { kind: 'retry', index, retrier, verdict, maxAttempts: retrier.MaxAttempts ?? 3, used: index === first ? used : 0, ...wait };
  });
  const catchers = (handlers.Catch ?? []).map((catcher, index): ExplainedCatcher => {
    const taken = handling.kind === 'catch' && handling.index === index;
    const after = handling.kind === 'retry' || (handling.kind === 'catch' && index > handling.index);
    return { kind: 'catch', index, catcher, verdict: taken ? 'taken' : after ? 'not-asked' : unmatched(error) };
  });
  return [...retriers, ...catchers];
}

const unmatched = (error: string | undefined): Verdict => (error === 'States.Runtime' ? 'never' : 'no-match');

const isCapped = (retrier: Retrier, done: number): boolean => {
  const { MaxDelaySeconds: _, ...uncapped } = retrier;
  return retryDelay(uncapped, done) > retryDelay(retrier, done);
};

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // what JSON.parse answers is Json by definition
  } catch {
    return undefined;
  }
}
