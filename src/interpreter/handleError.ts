import type { Json, JsonObject } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import { leaveJsonata, resultPath, template } from './dataFlow.ts';
import { ok } from '../lib/Result.ts';
import { chain, type StatesError, type Step } from './failure.ts';
import type { Frame } from './frame.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Catcher, Handlers, Retrier } from './states/definition.ts';

/**
 * What becomes of a failure. Retry is asked before Catch; a retrier that matches and is used up is named in `usedUp`
 * and no other retrier is tried.
 */
export type Handling =
  | { readonly kind: 'retry'; readonly index: number; readonly retrier: Retrier; readonly delaySeconds: number }
  | { readonly kind: 'catch'; readonly index: number; readonly catcher: Catcher; readonly usedUp?: number }
  | { readonly kind: 'unhandled'; readonly usedUp?: number };

/** Names that `States.ALL` and `States.TaskFailed` stand for. Sources: asl-semantics.md section 7. */
export function matchesError(names: readonly string[], error: string | undefined): boolean {
  if (error === 'States.Runtime') return false; // ends the execution, whoever asks
  return names.some((name) => name === error || name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout'));
}

/** `attempts(i)`: how often retrier `i` has been used for this visit of the state. */
export function handleError(state: Handlers, failure: StatesError, attempts: (index: number) => number): Handling {
  const index = (state.Retry ?? []).findIndex((retrier) => matchesError(retrier.ErrorEquals, failure.error));
  const retrier = state.Retry?.[index];
  if (retrier && attempts(index) < (retrier.MaxAttempts ?? 3)) {
    return { kind: 'retry', index, retrier, delaySeconds: retryDelay(retrier, attempts(index)) };
  }
  const usedUp = retrier ? { usedUp: index } : {};
  const caught = (state.Catch ?? []).findIndex((catcher) => matchesError(catcher.ErrorEquals, failure.error));
  const catcher = state.Catch?.[caught];
  return catcher ? { kind: 'catch', index: caught, catcher, ...usedUp } : { kind: 'unhandled', ...usedUp };
}

/** Seconds before the retry that follows `done` earlier ones, jitter left out. */
export function retryDelay(retrier: Retrier, done: number): number {
  const delay = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** done;
  return Math.min(delay, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
}

const errorOutput = (failure: StatesError): JsonObject => ({
  ...(failure.error === undefined ? {} : { Error: failure.error }),
  Cause: failure.cause ?? '',
});

/** The way out through a catcher. OutputPath of the state is not applied here; a failure in the catcher fails the state again. */
export function leaveThroughCatcher(catcher: Catcher, index: number, failure: StatesError, frame: Frame): MaybePromise<Outcome> {
  const value = errorOutput(failure);
  if (frame.language === 'JSONata') {
    return outcomeOf(leaveJsonata(catcher, catcher.Next, value, frame, { errorOutput: value }, `Catch[${index}]/`));
  }
  return outcomeOf(
    chain(resultPath(catcher.ResultPath, value, frame), (merged): Step<Outcome> => {
      frame.trace.put('afterResultPath', merged);
      return chain(assigned(catcher, value, frame), (variables) => ok({ kind: 'go', to: catcher.Next, output: merged, ...variables }));
    }),
  );
}

function assigned(catcher: Catcher, value: Json, frame: Frame): Step<{ readonly assigned?: JsonObject }> {
  if (catcher.Assign === undefined) return ok({});
  return chain(template(catcher.Assign, value, frame), (variables) => ok({ assigned: variables as JsonObject }));
}
