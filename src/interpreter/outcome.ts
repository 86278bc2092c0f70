import type { Json, JsonObject } from '../lib/Json.ts';
import { andThen, type MaybePromise } from '../lib/MaybePromise.ts';
import type { DataCall, EpochMs, TaskCall } from './environment.ts';
import type { StatesError, Step } from './failure.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './states/definition.ts';

/** What a state wants of the world, as data. Whoever drives performs it and answers with `settle`. */
export type Effect =
  | { readonly kind: 'sleep'; readonly until: EpochMs }
  | { readonly kind: 'call'; readonly call: TaskCall }
  | { readonly kind: 'branches'; readonly branches: readonly Machine[]; readonly input: Json }
  /** The driver enters the state again with what was read. `failure`: of a number that AWS looks at before it reads (recorded). */
  | { readonly kind: 'read'; readonly call: DataCall; readonly failure?: StatesError }
  | { readonly kind: 'iterations'; readonly iterations: Iterations };

export interface Iterations {
  readonly processor: Machine;
  readonly distributed?: true;
  /** One for each iteration, after ItemSelector and ItemBatcher. */
  readonly inputs: readonly Json[];
  /** `$$.Map.Item` of each iteration: `{Index, Value, Key?}`. */
  readonly items: readonly JsonObject[];
  readonly maxConcurrency: number;
  readonly toleratedCount?: number;
  readonly toleratedPercentage?: number;
  /** A tolerance that cannot be used fails the state only after it has been started (recorded). */
  readonly failure?: StatesError;
  readonly writer?: Writer;
}

/** Where the results of a distributed Map go, and in which form. */
export interface Writer {
  /** Absent: the formatted results are the state's result. */
  readonly call?: DataCall;
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
}

export type Outcome =
  /** `to` null: the machine succeeds here. */
  | { readonly kind: 'go'; readonly to: string | null; readonly output: Json; readonly assigned?: JsonObject }
  | { readonly kind: 'await'; readonly effect: Effect }
  /** A candidate for Retry, then for Catch. */
  | { readonly kind: 'fail'; readonly failure: StatesError };

/** Decides and never performs: reads no clock, no chance, no network. */
export interface Evaluator<S> {
  enter(state: S, frame: Frame): MaybePromise<Outcome>;
  /** `reply`: the raw result of the effect (null after a sleep). */
  settle(state: S, frame: Frame, reply: Json): MaybePromise<Outcome>;
}

/** For states that never wait. */
export const neverSettles = (): Outcome => {
  throw new Error('A state that asked for nothing was answered.');
};

export const outcomeOf = (step: Step<Outcome>): MaybePromise<Outcome> =>
  andThen(step, (result) => (result.ok ? result.value : { kind: 'fail', failure: result.error }));
