import { addState } from '../../../asl/commands/addState.ts';
import { freshNames } from '../../../asl/commands/names.ts';
import { jsonContent, noSuchState, putField, refuse } from '../../../asl/commands/operate.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command, Operation, Refusal } from '../../../asl/operations.ts';
import { itemsOf, valueOf } from '../../../asl/pointer.ts';
import { findState, type StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import { matchesError } from '../../../interpreter/handleError.ts';
import type { JsonObject } from '../../../lib/Json.ts';
import { ok, type Result } from '../../../lib/Result.ts';
import { statusIn } from './errorAdvice.ts';

/** Where a catcher leads: to a state that is there, or to one made for it. */
export type CatchTarget = { readonly kind: 'state'; readonly name: string } | { readonly kind: 'new'; readonly type: 'Pass' | 'Fail' };

/**
 * A retrier for exactly this error, ahead of any that would take it first: a later one is never asked.
 * Errors: `no-such-state`, `not-a-state`, `already-handled`, `not-a-list`.
 */
export const retryError = (id: StateId, error: string): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const ops = handlerOps(state, 'Retry', error, retrierFor(error));
  return ops.ok ? ok({ ops: ops.value, label: `Retry ${error} of ${state.name}` }) : ops;
};

/**
 * A catcher for exactly this error, with the state that handles it where there is none yet: one step of undo.
 * Errors: those of `retryError` and of `addState`.
 */
export const catchError = (id: StateId, error: string, target: CatchTarget): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const name = target.kind === 'state' ? target.name : freshNames(tree)(`${state.name} failed`);
  const handler = handlerOps(state, 'Catch', error, catcherFor(error, name, state));
  if (!handler.ok) return handler;
  const label = `Catch ${error} of ${state.name}`;
  if (target.kind === 'state') return ok({ ops: handler.value, label });
  const added = addState({ name, fragment: handlerState(target.type, state), into: state.scope.pointer })(tree);
  return added.ok ? ok({ ops: [...handler.value, ...added.value.ops], label: `${label} in ${name}` }) : added;
};

/** Which entry of `Retry` or `Catch` names the error itself; -1 for none. */
export const namesError = (state: StateEntry, field: 'Retry' | 'Catch', error: string): number =>
  itemsOf(valueOf(state.node, field)).findIndex((item) => namesOf(item).includes(error));

function handlerOps(state: StateEntry, field: 'Retry' | 'Catch', error: string, handler: JsonObject): Result<readonly Operation[], Refusal> {
  const { node } = state;
  if (node.kind !== 'object') return refuse('not-a-state', `"${state.name}" is no object, so it has no fields. Give it a "Type" in the code first.`, state.member.offset);
  const list = valueOf(node, field);
  if (list === undefined) return ok([putField(node, field, [handler])]);
  if (list.kind !== 'array') return refuse('not-a-list', `${field} of "${state.name}" is no list. Correct it in the code first.`, list.offset);
  const own = namesError(state, field, error);
  if (own >= 0) return refuse('already-handled', `${field} ${own + 1} of "${state.name}" names ${error} already. Change it in the Error handling tab.`, list.items[own]?.offset);
  const wider = list.items.findIndex((item) => matchesError(namesOf(item), error));
  return ok([{ op: 'insert', place: { into: list, at: wider < 0 ? 'end' : wider }, content: jsonContent(handler) }]);
}

const namesOf = (handler: ValueNode): readonly string[] => itemsOf(valueOf(handler, 'ErrorEquals')).flatMap((item) => (item.kind === 'string' ? [item.value] : []));

/** Waits grow and are spread, so that many executions do not come back at the same moment. A 429 asks for more patience. */
function retrierFor(error: string): JsonObject {
  const patient = statusIn(error) === 429;
  return { ErrorEquals: [error], IntervalSeconds: patient ? 2 : 1, MaxAttempts: patient ? 5 : 3, BackoffRate: 2, MaxDelaySeconds: patient ? 60 : 30, JitterStrategy: 'FULL' };
}

/** The handler gets the input as well as the error. */
function catcherFor(error: string, next: string, { language }: StateEntry): JsonObject {
  const output = language === 'JSONata' ? { Output: { input: '{% $states.input %}', error: '{% $states.errorOutput %}' } } : { ResultPath: '$.error' };
  return { ErrorEquals: [error], ...output, Next: next };
}

function handlerState(type: 'Pass' | 'Fail', { language }: StateEntry): JsonObject {
  if (type === 'Pass') return { Type: 'Pass' };
  return language === 'JSONata'
    ? { Type: 'Fail', Error: '{% $states.input.error.Error %}', Cause: '{% $states.input.error.Cause %}' }
    : { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };
}
