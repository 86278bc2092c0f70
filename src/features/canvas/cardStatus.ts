import type { Problem } from '../../checks/problems.ts';
import type { StateId } from '../../asl/names.ts';
import type { EditorState, TestRun } from '../../editor/EditorState.ts';
import { selectProblems } from '../../editor/selectors/problems.ts';
import { selectMock, selectRun } from '../../editor/selectors/test.ts';
import type { StateName } from '../../asl/names.ts';
import type { NodeData } from '../../graph/types.ts';

export type CardStatus = 'idle' | 'running' | 'succeeded' | 'caught' | 'failed';

export const STATUS_WORDS: { readonly [S in CardStatus]: string } = {
  idle: '',
  running: 'test is running',
  succeeded: 'last test succeeded',
  caught: 'last test was caught or would be retried',
  failed: 'last test failed',
};

/** A string, so that a card renders only when its own status changes. */
export const selectCardStatus =
  (state: StateId | undefined) =>
  (s: EditorState): CardStatus => {
    const run = state === undefined ? undefined : selectRun(state)(s);
    return run ? statusOf(run) : 'idle';
  };

function statusOf(run: TestRun): CardStatus {
  if (run.phase === 'running') return 'running';
  if (run.outcome?.kind === 'refused') return 'failed';
  if (run.outcome?.kind !== 'answered') return 'idle';
  const { status } = run.outcome.response;
  if (status === 'SUCCEEDED') return 'succeeded';
  return status === 'FAILED' ? 'failed' : 'caught';
}

export type ProblemTone = 'none' | 'warning' | 'error';

const tones = new WeakMap<readonly Problem[], ReadonlyMap<StateId, ProblemTone>>();

/** The worst that is wrong with a state. */
export const selectProblemTone =
  (state: StateId | undefined) =>
  (s: EditorState): ProblemTone => {
    if (state === undefined) return 'none';
    const problems = selectProblems(s);
    let found = tones.get(problems);
    if (!found) tones.set(problems, (found = worstByState(problems)));
    return found.get(state) ?? 'none';
  };

function worstByState(problems: readonly Problem[]): Map<StateId, ProblemTone> {
  const worst = new Map<StateId, ProblemTone>();
  for (const { state, severity } of problems) {
    if (state === undefined || severity === 'info' || worst.get(state) === 'error') continue;
    worst.set(state, severity);
  }
  return worst;
}

/** A test of it would answer from its mock. */
export const selectIsMocked =
  ({ stateId, name }: NodeData) =>
  (s: EditorState): boolean =>
    stateId !== undefined && selectMock(name as StateName)(s)?.enabled === true;

const chosen = new WeakMap<readonly StateId[], ReadonlySet<StateId>>();

/** Asked by every card at every change of the store, also when thousands are selected. */
export const selectIsSelected =
  (state: StateId | undefined) =>
  ({ selected }: EditorState): boolean => {
    if (state === undefined || selected.length === 0) return false;
    let found = chosen.get(selected);
    if (!found) chosen.set(selected, (found = new Set(selected)));
    return found.has(state);
  };

/** Whether a search has found it, and whether it is the one it stands at. */
export const selectFoundMark =
  (state: StateId | undefined) =>
  (s: EditorState): 'current' | 'match' | undefined => {
    if (s.found === null || state === undefined || !s.found.states.has(state)) return undefined;
    return s.found.current === state ? 'current' : 'match';
  };
