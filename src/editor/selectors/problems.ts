import { problemsOf, type Problem } from '../../checks/problems.ts';
import type { EditorState } from '../EditorState.ts';
import { onceFor } from './onceFor.ts';

/** What is wrong with the text as it is now, broken or not. */
export const selectProblems: (s: EditorState) => readonly Problem[] = onceFor((s: EditorState) => s.tree, problemsOf);

/** Errors and warnings; remarks are not counted. */
export const selectProblemCount = (s: EditorState): number => selectProblems(s).filter((problem) => problem.severity !== 'info').length;
