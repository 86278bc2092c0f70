import type { TestRun } from '../../editor/EditorState.ts';

/** The error that a test ended with, also where it would be retried or was caught. */
export const errorOf = ({ outcome }: TestRun): string | undefined => (outcome?.kind === 'answered' ? outcome.response.error : undefined);
