import type { NodeData } from '../../graph/types.ts';
import { savedWords } from './savedMark.ts';
import { STATUS_WORDS, type CardStatus, type ProblemTone } from './cardStatus.ts';

interface Session {
  readonly status: CardStatus;
  readonly problem: ProblemTone;
  readonly mocked: boolean;
  /** How many of its saved tests failed; undefined: it has none. */
  readonly saved?: number | undefined;
  readonly uncovered?: true | undefined;
}

/** `Create invoice, HTTP task, 3 retriers, last test succeeded`. */
export function cardLabel(data: NodeData, { status, problem, mocked, saved, uncovered }: Session): string {
  const type = data.type === 'Http' ? 'HTTP task' : data.type === 'Unknown' ? 'unknown type' : data.type;
  const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  return [
    data.name === '' ? 'State without a name' : data.name,
    type,
    data.folded !== undefined && `collapsed, holds ${data.folded} ${data.folded === 1 ? 'state' : 'states'}`,
    ...(data.badges ?? []).map((badge) => lower(badge.label)),
    mocked && 'tests use a mock',
    STATUS_WORDS[status],
    saved !== undefined && savedWords(saved),
    uncovered && 'not fully covered by saved tests',
    problem === 'error' && 'has an error',
    problem === 'warning' && 'has a warning',
  ]
    .filter(Boolean)
    .join(', ');
}
