import type { Problem } from '../../checks/problem.ts';
import type { EditorState } from '../EditorState.ts';

/** What is wrong with the text as it is now, broken or not. */
export const selectProblems = (s: EditorState): readonly Problem[] => s.problems;

/** Errors and warnings; remarks are not counted. */
export const selectProblemCount = (s: EditorState): number => s.problems.filter((problem) => problem.severity !== 'info').length;
