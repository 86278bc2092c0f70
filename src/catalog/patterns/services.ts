import type { JsonObject } from '../../lib/Json.ts';
import type { Dialect, FilledObject } from './dialect.ts';
import { input } from './dialect.ts';

const INTEGRATION = 'arn:aws:states:::';

/** A call of a service; `fields` are those beside the request. */
export const call = (d: Dialect, action: string, request: FilledObject, ...fields: readonly JsonObject[]): JsonObject => Object.assign({ Type: 'Task', Resource: `${INTEGRATION}${action}` }, d.args(request), ...fields);

/** Invokes a function with the whole input; its answer lies under `at`, in `Payload`. */
export const invoke = (d: Dialect, name: string, at: string, ...fields: readonly JsonObject[]): JsonObject => call(d, 'lambda:invoke', { FunctionName: `\${${name}}`, Payload: input() }, d.keep(at), RETRY_LAMBDA, ...fields);

export const retry = (errors: readonly string[], seconds: number, attempts: number): JsonObject => ({
  Retry: [{ ErrorEquals: [...errors], IntervalSeconds: seconds, MaxAttempts: attempts, BackoffRate: 2, JitterStrategy: 'FULL' }],
});

/** What AWS advises for every function. */
const RETRY_LAMBDA = retry(['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException'], 1, 3);

export const catches = (d: Dialect, errors: readonly string[], next: string): JsonObject => ({ Catch: [d.caught(errors, next)] });
export const catchAll = (d: Dialect, next: string): JsonObject => catches(d, ['States.ALL'], next);

export const go = (next: string): JsonObject => ({ Next: next });
export const END: JsonObject = { End: true };
export const failed = (error: string, cause: string): JsonObject => ({ Type: 'Fail', Error: error, Cause: cause });
