import { itemsOf, valueOf } from '../../asl/pointer.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { atKey, hasUnknownMembers, isUnknown, ofOneState, problem } from '../problem.ts';
import { find, httpTaskOf, plainName, type HttpTask } from './httpTaskNode.ts';

/**
 * A retried POST or PATCH may act twice, because an attempt that failed may have arrived. A hint, where nothing in the request looks like
 * the key by which a server knows it again.
 */
export const httpRetries = ofOneState((state) => {
  const task = httpTaskOf(state);
  if (task === null || !actsEachTime(task) || carriesKey(task)) return [];
  const retries = valueOf(state.node, 'Retry');
  if (retries === undefined || !itemsOf(retries).some(mayHaveArrived)) return [];
  const message = `${JSON.stringify(state.name)} is retried, and an attempt that failed may have arrived: what it does would then be done twice. If the API takes one, send a key such as Idempotency-Key `
    + 'that says what the request is about, such as the name of the execution with the number of the order, and so stays the same for each attempt.';
  return [problem('info', 'retried-without-idempotency-key', atKey(state, 'Retry'), message)];
});

function actsEachTime({ given }: HttpTask): boolean {
  const { value } = find(given, 'Method');
  return value?.kind === 'string' && (value.value === 'POST' || value.value === 'PATCH');
}

/** Errors that say the server refused the request, so that nothing was done. */
const REFUSED = /^States\.Http\.StatusCode\.4\d\d$/;

function mayHaveArrived(retrier: ValueNode): boolean {
  const attempts = valueOf(retrier, 'MaxAttempts');
  if (isUnknown(retrier) || (attempts?.kind === 'number' && attempts.value === 0)) return false;
  return itemsOf(valueOf(retrier, 'ErrorEquals')).some((error) => error.kind === 'string' && !isUnknown(error) && HAPPENS.test(error.value) && !REFUSED.test(error.value));
}

/** Names that an HTTP task can fail with. */
const HAPPENS = /^States\.(ALL|TaskFailed|Timeout|Http\.(Socket|StatusCode\.\d+))$/;

/** Idempotency-Key, X-Request-Id, PayPal-Request-Id, idempotency_key, clientToken … */
const KEY = /idempoten|requestid|clienttoken|dedup/;

const looksLikeKey = (name: string): boolean => KEY.test(name.toLowerCase().replace(/[^a-z]/g, ''));

/** True where it may be there: what a path or an expression gives is not known. */
function carriesKey(task: HttpTask): boolean {
  return ['Headers', 'QueryParameters', 'RequestBody'].some((field) => {
    const { value, dynamic } = find(task.given, field);
    if (field === 'Headers' && dynamic) return true;
    return value?.kind === 'object' && (hasUnknownMembers(value) || value.members.some(({ key }) => looksLikeKey(plainName(task, key.value))));
  });
}
