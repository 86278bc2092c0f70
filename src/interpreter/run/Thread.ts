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
  readonly input: Json;
  readonly item: JsonObject | undefined;
  execution: JsonObject;
  readonly stateMachine: JsonObject;
  /** The execution that this is part of: its own main thread, or the child execution of a distributed Map. `States.Runtime` ends it. */
  readonly root: Thread;
  /** Seen from here: those of the outer scopes and its own. Replaced, never changed. */
  variables: JsonObject;
  /** Bytes of the variables assigned here; they are given back when the thread ends. */
  variableBytes: number;
  /** Id of the event the next one follows. */
  last: number;
  over: boolean;
  succeeded: boolean;
  visit: Visit | undefined;
  readonly owner: ThreadOwner;
  /** Which branch or iteration. */
  readonly index: number;
}

/** Who started a thread, and hears how it ended. */
export interface ThreadOwner {
  succeeded(thread: Thread, output: Json): void;
  failed(thread: Thread, failure: StatesError): void;
}

/** A state from its Entered event to its Exited event, retries included. */
export interface Visit {
  readonly thread: Thread;
  readonly name: string;
  readonly state: State;
  readonly input: Json;
  readonly enteredId: number;
  /** What the Entered event follows. */
  readonly previousId: number;
  readonly enteredAt: EpochMs;
  /** How often each retrier has been used. */
  used: Map<number, number> | undefined;
  retryCount: number;
  /** Rises with every attempt, so that a late timer or reply of an earlier one is recognised. */
  attempt: number;
  children: readonly Thread[];
  /** Set while a distributed Map of this attempt runs. */
  mapRun: { readonly arn: string; readonly startedId: number; readonly label: string } | undefined;
  /** What failed the visit, for a redrive. */
  failure: StatesError | undefined;
  /** Goes on with the branches or iterations that did not succeed; undefined before there are any. */
  redrive: (() => void) | undefined;
}
