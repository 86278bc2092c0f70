import { setField } from '../../asl/commands/setField.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';

/** A retrier that leaves nothing to Step Functions' defaults, so that a person sees what can be changed. */
export const newRetrier = (id: StateId, at: number): Command =>
  setField(id, ['Retry', at], { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' });

export const newCatcher = (id: StateId, at: number, next: string): Command => setField(id, ['Catch', at], { ErrorEquals: ['States.ALL'], Next: next });
