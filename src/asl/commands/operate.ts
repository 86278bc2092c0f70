import type { Json } from '../../lib/Json.ts';
import { err } from '../../lib/Result.ts';
import { placeInScope, placeInState } from '../fields.ts';
import type { Content, Operation, Refusal } from '../operations.ts';
import { memberOf } from '../pointer.ts';
import type { ScopeEntry, StateEntry } from '../states.ts';
import type { ArrayNode, ObjectNode, ValueNode } from '../tree.ts';

export const refuse = (kind: string, message: string, offset?: number): { readonly ok: false; readonly error: Refusal } =>
  err({ kind, message, ...(offset !== undefined && { offset }) });

export const noSuchState = (id: string) => refuse('no-such-state', `There is no state "${id}" in this workflow any more. Choose another one.`);

export const jsonContent = (value: Json): Content => ({ kind: 'json', value });
export const setTo = (node: ValueNode, value: Json): Operation => ({ op: 'set', node, content: jsonContent(value) });

/** Sets a field of a state in place, or inserts it where people write it. */
export function putField(state: ObjectNode, field: string, value: Json): Operation {
  const member = memberOf(state, field);
  return member ? setTo(member.value, value) : { op: 'insert', place: placeInState(state, field), key: field, content: jsonContent(value) };
}

export function putScopeField(scope: ObjectNode, field: string, content: Content): Operation {
  const member = memberOf(scope, field);
  return member ? { op: 'set', node: member.value, content } : { op: 'insert', place: placeInScope(scope, field), key: field, content };
}

/** Every member of that name: were only the last one removed, an earlier one would begin to count. */
export function removeField(of: ObjectNode, field: string): readonly Operation[] {
  return of.members.filter((member) => member.key.value === field).map((member) => ({ op: 'remove', part: { kind: 'member', of, member } }));
}

export const removeItem = (of: ArrayNode, index: number): Operation => ({ op: 'remove', part: { kind: 'item', of, index } });

export const asObject = (state: StateEntry): ObjectNode | null => (state.node.kind === 'object' ? state.node : null);

/** A state that leads on to nothing by its type. */
export const endsByType = (type: string | undefined): boolean => type === 'Succeed' || type === 'Fail';

export const childOf = (scope: ScopeEntry, name: string): StateEntry | undefined => scope.children.find((state) => state.name === name);

export const describeScope = (scope: ScopeEntry): string =>
  scope.parent ? `inside the ${scope.parent.type ?? 'state'} "${scope.parent.name}"` : 'at the top level of the workflow';

/** A state and all that stand inside it. */
export const withInner = (state: StateEntry): readonly StateEntry[] => [state, ...state.inner.flatMap((scope) => scope.children.flatMap(withInner))];
