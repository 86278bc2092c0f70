import { isDistributedMap } from '../asl/distributedMap.ts';
import type { QueryLanguage } from '../asl/names.ts';
import { valueOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import { plainExpression } from './condition.ts';
import { itemsAt, shorten, textAt } from './read.ts';
import type { CardType } from './summary.ts';
import type { Badge } from './types.ts';

/** Longest text beside a badge's sign; its label has all of it. */
const BADGE_LETTERS = 8;

/**
 * What a card says beside its name, the most telling first: how the task waits, what happens when it fails, what limits it. That a
 * state is an HTTP task its tile and second line say; a mock, a problem and the last test come from the session and not from here.
 */
export function badgesOf(type: CardType, state: StateEntry, machine: QueryLanguage): readonly Badge[] {
  const badges = [integration(type, state), retriers(state), timeout(state), concurrency(type, state), language(state, machine), catchers(state)];
  return badges.filter((badge) => badge !== undefined);
}

function integration(type: CardType, { node }: StateEntry): Badge | undefined {
  const resource = type === 'Task' ? (textAt(node, 'Resource') ?? '') : '';
  if (resource.endsWith('.waitForTaskToken')) return { kind: 'token', label: 'Waits for a task token' };
  const sync = /\.sync(:\d+)?$/.exec(resource);
  return sync ? { kind: 'sync', label: 'Waits until the job is done (.sync)' } : undefined;
}

function retriers({ node }: StateEntry): Badge | undefined {
  const count = itemsAt(node, 'Retry').length;
  return count > 0 ? { kind: 'retry', text: String(count), label: `${count} ${count === 1 ? 'retrier' : 'retriers'}` } : undefined;
}

function catchers({ node }: StateEntry): Badge | undefined {
  const count = itemsAt(node, 'Catch').length;
  return count > 0 ? { kind: 'catch', text: String(count), label: `${count} ${count === 1 ? 'catcher' : 'catchers'}` } : undefined;
}

function timeout({ node }: StateEntry): Badge | undefined {
  const after = amount(node, 'TimeoutSeconds');
  const beat = amount(node, 'HeartbeatSeconds');
  if (after === undefined && beat === undefined) return undefined;
  const words = [after && `times out after ${after} s`, beat && `heartbeat within ${beat} s`].filter(Boolean).join(', ');
  return { kind: 'timeout', text: shorten(`${after ?? beat ?? ''} s`, BADGE_LETTERS), label: words.charAt(0).toUpperCase() + words.slice(1) };
}

function concurrency(type: CardType, { node }: StateEntry): Badge | undefined {
  if (type !== 'Map') return undefined;
  const most = amount(node, 'MaxConcurrency');
  if (isDistributedMap(node)) return { kind: 'concurrency', text: 'distributed', label: most === undefined ? 'Distributed map' : `Distributed map, ${most} at a time` };
  return most === undefined || most === '0' ? undefined : { kind: 'concurrency', text: shorten(most, BADGE_LETTERS), label: `${most} at a time` };
}

function language(state: StateEntry, machine: QueryLanguage): Badge | undefined {
  return state.language === machine ? undefined : { kind: 'language', text: state.language, label: `Query language of this state: ${state.language}` };
}

/** A number as spelt, an expression without its brackets, a path as it is. */
function amount(node: StateEntry['node'], field: string): string | undefined {
  const value = valueOf(node, field);
  if (value?.kind === 'number') return value.spelling;
  const text = textAt(node, field) ?? textAt(node, `${field}Path`);
  return text === undefined ? undefined : plainExpression(text);
}
