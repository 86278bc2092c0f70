import type { JsonObject } from '../../../lib/Json.ts';

/** A retrier that leaves nothing to Step Functions' defaults, so that a person sees what can be changed. */
export const newRetrier = (error: string): JsonObject => ({ ErrorEquals: [error], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' });

export const newCatcher = (error: string, next: string): JsonObject => ({ ErrorEquals: [error], Next: next });
