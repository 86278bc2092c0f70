import type { StateEntry } from '../../../asl/states.ts';
import { resourceOf } from '../../../editor/testability.ts';
import { CONTEXT_NEEDS_MOCK } from '../../../interpreter/test-state/awsWords.ts';
import { contextProblem } from '../../../interpreter/test-state/contextObject.ts';
import { isJsonObject, type Json } from '../../../lib/Json.ts';

export interface ContextRemarks {
  /** Refused here too. */
  readonly problem: string | null;
  /** Taken here; what AWS would answer. */
  readonly awsSays: string | null;
}

const NONE: ContextRemarks = { problem: null, awsSays: null };

/** What is wrong with a context object as typed. Text that is no JSON yet is left to its field. */
export function contextRemarks(text: string, entry: StateEntry, mocked: boolean): ContextRemarks {
  const value = text.trim() === '' ? undefined : readJson(text);
  if (value === undefined) return NONE;
  if (!isJsonObject(value)) return { problem: 'The context is one JSON object, with Execution, StateMachine and State in it.', awsSays: null };
  const resource = resourceOf(entry);
  const state = { Type: entry.type ?? '', ...(resource === undefined ? {} : { Resource: resource }) };
  const problem = contextProblem(value, state, 'studio');
  if (problem !== null) return { problem: refused(problem), awsSays: null };
  const aws = contextProblem(value, state, 'aws');
  if (aws !== null) return { problem: null, awsSays: `AWS would answer: ${refused(aws)}` };
  return { problem: null, awsSays: mocked ? null : CONTEXT_NEEDS_MOCK };
}

const refused = (problem: string): string => `Invalid Context object provided: ${problem}`;

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return undefined;
  }
}
