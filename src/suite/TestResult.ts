import type { WayTaken } from '../interpreter/environment.ts';
import type { TestStateResponse } from '../interpreter/testStateApi.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import type { Difference } from '../lib/differences.ts';
import type { RunStatus } from './suiteTypes.ts';

/** What a test gave, in one shape for a state and for a run. */
export interface TestAnswer {
  readonly status: TestStateResponse['status'] | RunStatus;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** Of a state: where it goes; null: the machine ends. Absent for runs. */
  readonly nextState?: string | null;
  readonly variables?: JsonObject;
  /** Of a run: the states in the order they were entered. */
  readonly states?: readonly string[];
}

/** One thing that was expected and did not hold. */
export interface Failure {
  /** The member of `expect`; `run` where there is no answer at all. */
  readonly what: string;
  /** A sentence. */
  readonly message: string;
  readonly differences?: readonly Difference[];
}

export interface TestResult {
  readonly name: string;
  readonly state?: string;
  readonly status: 'passed' | 'failed' | 'not-run' | 'skipped';
  /** Why it was skipped. */
  readonly skip?: string;
  readonly failures: readonly Failure[];
  readonly answer?: TestAnswer;
  /** What a person should know: a mock that nothing asked for, where AWS would refuse. */
  readonly notes: readonly string[];
  readonly ways: readonly WayTaken[];
}
