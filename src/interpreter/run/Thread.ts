import type { QueryLanguage } from '../../asl/names.ts';
import type { Sources } from '../../expr/PathScope.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { Environment, EpochMs, Limits } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { noTrace, type Frame, type Trace } from '../frame.ts';
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
  /** The state to enter when it is this thread's turn, and with what. */
  next: string;
  nextInput: Json;
  readonly owner: ThreadOwner;
  /** Which branch or iteration. */
  readonly index: number;
}

/** Who started a thread, and hears how it ended. */
export interface ThreadOwner {
  succeeded(thread: Thread, output: Json): void;
  failed(thread: Thread, failure: StatesError): void;
}

/** What a visit asks of the run that it is part of. */
export interface Surroundings {
  readonly agenda: { readonly now: EpochMs };
  readonly sources: Sources;
  readonly limits: Limits;
  readonly environment: Environment;
  contextOf(visit: Visit): JsonObject;
}

const NO_CHILDREN: readonly Thread[] = [];

/** A state from its Entered event to its Exited event, retries included; and the frame that its attempts are evaluated in. */
export class Visit implements Frame {
  readonly thread: Thread;
  readonly stateName: string;
  readonly state: State;
  readonly input: Json;
  /** Those at entry: an Assign shows from the next state on. */
  readonly variables: JsonObject;
  readonly enteredId: number;
  /** What the Entered event follows. */
  readonly previousId: number;
  /** When the state was entered; `enteredAt` is when this attempt began. */
  readonly since: EpochMs;
  enteredAt: EpochMs;
  /** Rises with every attempt, so that a late timer or reply of an earlier one is recognised. */
  attempt = 0;
  /** How often each retrier has been used. */
  used: Map<number, number> | undefined = undefined;
  retryCount = 0;
  children: readonly Thread[] = NO_CHILDREN;
  /** Set while a distributed Map of this attempt runs. */
  mapRun: MapRunName | undefined = undefined;
  /** What failed the visit, for a redrive. */
  failure: StatesError | undefined = undefined;
  /** Goes on with the branches or iterations that did not succeed; undefined before there are any. */
  redrive: (() => void) | undefined = undefined;
  readerData: Json | undefined = undefined;
  readerSource: string | undefined = undefined;
  readonly #around: Surroundings;
  #context: JsonObject | undefined = undefined;

  // By position: there is one of these for each state entered.
  constructor(around: Surroundings, thread: Thread, stateName: string, state: State, input: Json, enteredId: number, previousId: number) {
    this.thread = thread;
    this.stateName = stateName;
    this.state = state;
    this.input = input;
    this.variables = thread.variables;
    this.enteredId = enteredId;
    this.previousId = previousId;
    this.since = around.agenda.now;
    this.enteredAt = this.since;
    this.#around = around;
  }

  /** Attempts before this one are heard no more. */
  begin(): number {
    this.enteredAt = this.#around.agenda.now;
    this.redrive = undefined;
    this.#context = undefined;
    return ++this.attempt;
  }

  get language(): QueryLanguage {
    return this.state.QueryLanguage ?? 'JSONPath'; // proved by `withUniformStates`
  }

  /** Made when something reads it: most states never do. */
  get context(): JsonObject {
    return (this.#context ??= this.#around.contextOf(this));
  }

  get sources(): Sources {
    return this.#around.sources;
  }

  get limits(): Limits {
    return this.#around.limits;
  }

  get trace(): Trace {
    const { watch } = this.#around.environment;
    return watch === undefined ? noTrace : { ...noTrace, rule: (index) => watch({ kind: 'rule', state: this.stateName, index }) };
  }
}

export interface MapRunName {
  readonly arn: string;
  readonly startedId: number;
  readonly label: string;
  redrives: number;
}
