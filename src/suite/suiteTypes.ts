import type { RunReply } from '../interpreter/run/runTypes.ts';
import type { Mock as ApiMock, StateConfiguration, TestStatus } from '../interpreter/testStateApi.ts';
import type { Json, JsonObject } from '../lib/Json.ts';

/** `NAME.tests.json`, read. The format stands in docs/tests.md and public/schemas/tests.schema.json. */
export interface Suite {
  /** Where the definition lies, from the tests file; absent: beside it, under the same name. */
  readonly definition?: string;
  readonly type?: 'STANDARD' | 'EXPRESS';
  readonly region: string;
  /** Values for `${Name}` in the definition. */
  readonly substitutions: { readonly [name: string]: string };
  readonly tests: readonly SavedTest[];
}

/** A test of one state, or (without `state`) of a whole run. Mocks that the file gives to all tests are in it already. */
export interface SavedTest {
  readonly name: string;
  readonly state?: string;
  /** Where its name stands in the file. */
  readonly offset: number;
  readonly input: Json;
  readonly variables?: JsonObject;
  readonly context?: JsonObject;
  readonly stateConfiguration?: StateConfiguration;
  /** What the clock says; it moves only by what the workflow waits. */
  readonly now?: string;
  readonly skip?: string;
  readonly mocks: Mocks;
  /** Those that stand in the test itself. */
  readonly ownMocks: readonly string[];
  readonly expect: Expectation;
}

export type Mocks = { readonly [state: string]: StateMocks };

export interface StateMocks {
  /** True: the one reply answers every call. False: one call after the other, retries included. */
  readonly again: boolean;
  readonly replies: readonly MockedReply[];
}

/** Plain data, so that a test can cross to a thread. */
export interface MockedReply {
  readonly reply: MockedAnswer;
  /** How many calls it answers; 1 where absent. */
  readonly times?: number;
  /** Answers only calls whose arguments contain this. */
  readonly when?: Json;
  readonly fieldValidationMode?: NonNullable<ApiMock['fieldValidationMode']>;
}

export type MockedAnswer = Exclude<RunReply, { readonly kind: 'not-performed' }>;

export type RunStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What must hold; all of it. */
export interface Expectation {
  readonly status?: TestStatus | RunStatus;
  readonly nextState?: string | null;
  readonly output?: Json;
  readonly outputContains?: Json;
  /** JSONPath to what it must give. */
  readonly outputPaths?: { readonly [path: string]: Json };
  /** JSONata, true where it holds. */
  readonly conditions: readonly string[];
  readonly variablesContain?: JsonObject;
  readonly error?: string;
  readonly cause?: string;
  readonly causeContains?: string;
  /** Of runs: every state entered, in order. */
  readonly states?: readonly string[];
  /** Of runs: these were entered in this order; others may stand between. */
  readonly visits?: readonly string[];
  readonly neverVisits?: readonly string[];
  /** Of runs: such events in this order; others may stand between. */
  readonly events?: readonly JsonObject[];
}
