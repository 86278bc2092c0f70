import type { EpochMs } from '../environment.ts';

/** How AWS numbers and tells things has changed; recordings of different years differ in these. */
export interface Era {
  /** `$$.Execution.RedriveCount` and the redrive members of DescribeExecution came with redrive. */
  readonly redrive: boolean;
  /** MapStateExited of a distributed Map follows MapRunStarted; before: MapRunSucceeded. */
  readonly mapExitFollowsMapRunStarted: boolean;
  /** EvaluationFailed on entry follows the Entered event; before: what that one follows. */
  readonly evaluationFailedFollowsEntered: boolean;
}

/** Days between the last recording of the old way and the first of the new one. */
const REDRIVE = Date.UTC(2023, 10, 15);
const MAP_EXIT = Date.UTC(2024, 8, 1);
const EVALUATION_FAILED = Date.UTC(2024, 11, 1);

export const eraOf = (asOf: EpochMs = Number.POSITIVE_INFINITY): Era => ({
  redrive: asOf >= REDRIVE,
  mapExitFollowsMapRunStarted: asOf >= MAP_EXIT,
  evaluationFailedFollowsEntered: asOf >= EVALUATION_FAILED,
});
