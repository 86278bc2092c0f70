import type { Json, JsonObject } from '../../lib/Json.ts';
import type { EpochMs } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import type { Machine, State } from '../states/definition.ts';
import type { History } from './History.ts';

/** A machine being run: the execution itself, a branch, an iteration. */
export interface Thread {
  readonly machine: Machine;
  /** Of the whole execution, or a history of its own for the child of a distributed Map. */
  readonly history: History;
  readonly item?: JsonObject;
  readonly execution: JsonObject;
  /** Seen from here: those of the outer scopes and its own. Replaced, never changed. */
  variables: JsonObject;
  /** Id of the event the next one follows. */
  last: number;
  over: boolean;
  visit?: Visit;
  readonly succeed: (output: Json) => void;
  readonly fail: (failure: StatesError) => void;
}

/** A state from its Entered event to its Exited event, retries included. */
export interface Visit {
  readonly thread: Thread;
  readonly name: string;
  readonly state: State;
  readonly input: Json;
  readonly enteredId: number;
  readonly enteredAt: EpochMs;
  /** How often each retrier has been used. */
  readonly used: Map<number, number>;
  retryCount: number;
  /** Rises with every attempt, so that a late timer or reply of an earlier one is recognised. */
  attempt: number;
  children: readonly Thread[];
}
