import type { StateId } from '../asl/names.ts';
import type { TestRun, TestSlice } from './EditorState.ts';

/** Runs that are remembered of each state. They hold answers, so that this is what bounds the memory. */
export const MOST_PAST_RUNS = 20;

type PastRuns = TestSlice['pastRuns'];
const NONE: readonly TestRun[] = [];

/** The finished runs of a state, the newest first. */
export const selectPastRuns = (state: StateId) => (s: TestSlice): readonly TestRun[] => (Object.hasOwn(s.pastRuns, state) ? (s.pastRuns[state] ?? NONE) : NONE);

export const withRun = (past: PastRuns, run: TestRun): PastRuns => ({ ...past, [run.state]: [run, ...(Object.hasOwn(past, run.state) ? (past[run.state] ?? NONE) : NONE)].slice(0, MOST_PAST_RUNS) });

/** The very same object where nothing has to go. */
export function pastRunsOf(past: PastRuns, isThere: (state: StateId) => boolean): PastRuns {
  const states = Object.keys(past) as StateId[]; // its keys are ids of states
  const left = states.filter(isThere);
  return left.length === states.length ? past : Object.fromEntries(left.map((state) => [state, past[state] ?? NONE]));
}
