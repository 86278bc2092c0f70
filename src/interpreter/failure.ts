import type { QueryLanguage } from '../asl/names.ts';
import type { ExpressionFailure } from '../expr/PathScope.ts';
import { andThen, type MaybePromise } from '../lib/MaybePromise.ts';
import { err, type Result } from '../lib/Result.ts';

/** What `Retry` and `Catch` look at. Both parts may be absent: a Fail state without fields, a task that said nothing. */
export interface StatesError {
  readonly error?: string;
  readonly cause?: string;
  /** The field whose expression failed, for the history. */
  readonly location?: string;
}

/** One step of an evaluation: a value or a failure, at once or (JSONata) later. */
export type Step<T> = MaybePromise<Result<T, StatesError>>;

export const chain = <A, B>(step: Step<A>, next: (value: A) => Step<B>): Step<B> =>
  andThen(step, (result) => (result.ok ? next(result.value) : result));

export const runtimeError = (cause: string): StatesError => ({ error: 'States.Runtime', cause });
export const queryError = (cause: string, location?: string): StatesError => ({
  error: 'States.QueryEvaluationError',
  cause,
  ...(location === undefined ? {} : { location }),
});

/** The same miss is a `States.Runtime` in JSONPath and a `States.QueryEvaluationError`, which can be caught, in JSONata. */
export const expressionError = ({ message, location }: ExpressionFailure, language: QueryLanguage): StatesError =>
  language === 'JSONata' ? queryError(message, location) : runtimeError(message);

export const named = <T>(result: Result<T, ExpressionFailure>, language: QueryLanguage): Result<T, StatesError> =>
  result.ok ? result : err(expressionError(result.error, language));
