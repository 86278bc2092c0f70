import type { StateId, StateName } from '../../asl/names.ts';
import type { InspectionLevel } from '../../interpreter/testStateApi.ts';
import type { EditorState, TestRun } from '../EditorState.ts';
import type { Conditions, DefinitionDraft, StateMock } from '../sidecar.ts';
import { DEFAULT_INPUT, kept } from '../testRequest.ts';
import { changedSince, fingerprintOf } from '../fingerprint.ts';

export const selectRun = (state: StateId) => (s: EditorState): TestRun | undefined => (Object.hasOwn(s.runs, state) ? s.runs[state] : undefined);

/** The state, its input, variables, mock or level differ from what the last run was made from. */
export const selectIsStale =
  (state: StateId) =>
  (s: EditorState): boolean => {
    const run = selectRun(state)(s);
    return run !== undefined && run.phase !== 'running' && run.fingerprint !== fingerprintOf(s, state);
  };

/** What of the test has changed since that run, in words; empty: nothing. */
export const selectChanged = (run: TestRun) => (s: EditorState): string => changedSince(run.fingerprint, fingerprintOf(s, run.state));

export const selectInput = (state: StateName) => (s: EditorState): string => kept(s.sidecar.inputs, state) ?? DEFAULT_INPUT;
export const selectVariables = (state: StateName) => (s: EditorState): string => kept(s.sidecar.variables, state) ?? '';
export const selectContext = (state: StateName) => (s: EditorState): string => kept(s.sidecar.contexts, state) ?? '';
const NO_CONDITIONS: Conditions = {};
export const selectConditions = (state: StateName) => (s: EditorState): Conditions => kept(s.sidecar.conditions, state) ?? NO_CONDITIONS;
export const selectDraft = (state: StateName) => (s: EditorState): DefinitionDraft | undefined => kept(s.sidecar.definitions, state);
export const selectMock = (state: StateName) => (s: EditorState): StateMock | undefined => kept(s.sidecar.mocks, state);
export const selectLevel = (state: StateName) => (s: EditorState): InspectionLevel => kept(s.sidecar.inspectionLevels, state) ?? 'TRACE';
