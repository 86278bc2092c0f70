import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { Command } from '../../../asl/operations.ts';
import { itemsOf, memberOf, valueOf } from '../../../asl/pointer.ts';
import { referencesFrom } from '../../../asl/references.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';

/** Headers that such APIs read, and a body member of that name. */
const KEY_NAME = /idempoten|^paypal-request-id$|^x-(?:client-)?token$/i;
/** Sent twice, these do their work twice. */
const REPEATS_WORK: ReadonlySet<string> = new Set(['POST', 'PATCH']);

/** A retry sends the request again although the first one may have arrived: without a key the server cannot know. */
export function lacksIdempotencyKey(entry: StateEntry, prepared: PreparedRequest): boolean {
  if (!REPEATS_WORK.has(prepared.method) || itemsOf(valueOf(entry.node, 'Retry')).length === 0) return false;
  return !prepared.headers.some(({ name }) => KEY_NAME.test(name)) && !/idempoten/i.test(prepared.body?.publicText ?? '');
}

export type KeyFix = { readonly kind: 'command'; readonly command: Command; readonly expression: string } | { readonly kind: 'none'; readonly reason: string };

/** Adds the header `Idempotency-Key`, which stays the same from try to try and differs from request to request. */
export function addIdempotencyKey(entry: StateEntry): KeyFix {
  const field = entry.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const fields = valueOf(entry.node, field);
  const headers = valueOf(fields, 'Headers');
  if (fields?.kind !== 'object') return { kind: 'none', reason: `${field} is computed as a whole: add the header in what computes it.` };
  if (memberOf(fields, 'Headers.$') || (headers !== undefined && headers.kind !== 'object')) return { kind: 'none', reason: 'Headers is computed as a whole: add Idempotency-Key to what computes it.' };
  const expression = keyExpression(entry);
  const path: FieldPath = [field, 'Headers', entry.language === 'JSONata' ? 'Idempotency-Key' : 'Idempotency-Key.$'];
  return { kind: 'command', command: setField(entry.id, path, expression), expression };
}

/**
 * Execution and state name one request. In a loop the moment of entering the state is added: it is the same for all tries of one visit.
 * Items of a Map run at the same moment, so there the input tells them apart. A header takes no letters beyond ASCII; a hash has none.
 */
function keyExpression(entry: StateEntry): string {
  const jsonata = entry.language === 'JSONata';
  const context = jsonata ? '$states.context' : '$$';
  const parts = [`${context}.Execution.Name`, `${context}.State.Name`];
  if (isInLoop(entry)) parts.push(`${context}.State.EnteredTime`);
  if (isInMap(entry)) parts.push(jsonata ? '$string($states.input)' : 'States.JsonToString($)');
  const joined = jsonata ? parts.join(` & '-' & `) : `States.Format('${parts.map(() => '{}').join('-')}', ${parts.join(', ')})`;
  // A header's value is short: an input is not.
  const whole = isInMap(entry) || !/^[\x20-\x7e]*$/.test(entry.name) ? (jsonata ? `$hash(${joined}, 'SHA-256')` : `States.Hash(${joined}, 'SHA-256')`) : joined;
  return jsonata ? `{% ${whole} %}` : whole;
}

const isInMap = ({ scope }: StateEntry): boolean => scope.kind === 'processor' || (scope.parent !== undefined && isInMap(scope.parent));

/** A way leads from the state back to itself, or from what it stands in. */
function isInLoop(entry: StateEntry): boolean {
  const byName = new Map(entry.scope.children.map((state) => [state.name as string, state]));
  const seen = new Set<string>();
  const open: StateEntry[] = [entry];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { node } of referencesFrom(state)) {
      if (node.value === entry.name) return true;
      const next = byName.get(node.value);
      if (next && !seen.has(next.name)) {
        seen.add(next.name);
        open.push(next);
      }
    }
  }
  return entry.scope.parent !== undefined && isInLoop(entry.scope.parent);
}

