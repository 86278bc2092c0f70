import { isForbiddenHeader } from '../../../http/forbiddenHeaders.ts';

/** Why a task may not set a header of this name; null when it may. */
export function headerProblem(name: string): string | null {
  if (!isForbiddenHeader(name)) return null;
  if (name.toLowerCase() === 'authorization') return 'Authorization comes from the connection: a task may not set it.';
  if (/^(host|origin|connection|te|trailer|transfer-encoding)$/i.test(name)) return `${name} is set by Step Functions itself. Remove it.`;
  return `Step Functions refuses the header ${name} in a task. Remove it.`;
}
