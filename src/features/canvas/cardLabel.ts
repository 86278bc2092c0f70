import type { NodeData } from '../../graph/types.ts';
import { STATUS_WORDS, type CardStatus, type ProblemTone } from './cardStatus.ts';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** `Create invoice, HTTP task, 3 retriers, last test succeeded`. */
export function cardLabel(data: NodeData, status: CardStatus, problem: ProblemTone): string {
  const type = data.type === 'Http' ? 'HTTP task' : data.type === 'Unknown' ? 'unknown type' : data.type;
  return [
    data.name === '' ? 'State without a name' : data.name,
    type,
    data.retries > 0 && count(data.retries, 'retrier'),
    data.catches > 0 && count(data.catches, 'catcher'),
    STATUS_WORDS[status],
    problem === 'error' && 'has an error',
    problem === 'warning' && 'has a warning',
  ]
    .filter(Boolean)
    .join(', ');
}
