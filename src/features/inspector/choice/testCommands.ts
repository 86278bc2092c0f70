import type { FieldPath } from '../../../asl/commands/setField.ts';
import { jsonContent, noSuchState, refuse, removeField, setTo } from '../../../asl/commands/operate.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command, Operation } from '../../../asl/operations.ts';
import { memberOf, nodeAt, pointerOf } from '../../../asl/pointer.ts';
import { findState } from '../../../asl/states.ts';
import { toJson } from '../../../asl/toJson.ts';
import type { ObjectNode } from '../../../asl/tree.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../lib/Json.ts';
import { ok } from '../../../lib/Result.ts';
import { operandFor, readTest, TEST_MEMBERS, type TestForm } from './tests.ts';

const gone = refuse('no-such-rule', 'That test is not there any more. Choose another one.');

/** A new test that is legal as it stands and does not fire by accident. */
export const NEW_TEST: JsonObject = { Variable: '$.value', IsPresent: true };

export type GroupKind = 'comparison' | 'And' | 'Or' | 'Not';

/** Another operator in the place of the old one; its value stays where it fits. Errors: `no-such-state`, `no-such-rule`. */
export const changeOperator = (id: StateId, path: FieldPath, from: string, to: string): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const member = memberOf(nodeAt(state.node, pointerOf(path)), from);
  if (!member) return gone;
  const old = toJson(member.value);
  const simple = typeof old === 'string' || typeof old === 'number' || typeof old === 'boolean' ? old : null;
  const now = operandFor(to, simple);
  const set: readonly Operation[] = now === simple ? [] : [setTo(member.value, now)];
  return ok({ ops: [{ op: 'renameKey', member, to }, ...set], label: `Change a test of ${state.name}` });
};

/**
 * Puts what a test says into All of, Any of or Not, or takes it out again; what a rule says besides (Next, Assign) stays where it is.
 * Errors: `no-such-state`, `no-such-rule`, `several-tests` (what to take out is not clear).
 */
export const regroup = (id: StateId, path: FieldPath, to: GroupKind): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const node = nodeAt(state.node, pointerOf(path));
  if (node?.kind !== 'object') return gone;
  const form = readTest(node, 'JSONPath');
  const label = `Change a test of ${state.name}`;
  const own = node.members.filter(({ key }) => TEST_MEMBERS.includes(key.value));
  const [first] = own;
  if (!first || form.kind === 'json' || form.kind === 'condition') return gone;
  if ((to === 'And' || to === 'Or') && (form.kind === 'And' || form.kind === 'Or')) return ok({ ops: form.kind === to ? [] : [{ op: 'renameKey', member: first, to }], label });
  const inside = to === 'comparison' ? unwrapped(form) : wrapped(to, Object.fromEntries(own.map(({ key, value }) => [key.value, toJson(value)])));
  if (inside === null) return refuse('several-tests', 'Several tests stand here. Remove all but one, then take it out.');
  return ok({ ops: replaceTest(node, own.map(({ key }) => key.value), inside), label });
};

const wrapped = (to: Exclude<GroupKind, 'comparison'>, test: JsonObject): JsonObject => (to === 'Not' ? { Not: test } : { [to]: [test] });

function unwrapped(form: TestForm): JsonObject | null {
  const inner = form.kind === 'Not' ? form.inner : (form.kind === 'And' || form.kind === 'Or') && form.items.length === 1 ? form.items[0] : undefined;
  const json: Json | undefined = inner && toJson(inner);
  return json !== undefined && isJsonObject(json) ? json : null;
}

/** The new members stand where the old ones stood. */
function replaceTest(node: ObjectNode, old: readonly string[], test: JsonObject): readonly Operation[] {
  const at = node.members.findIndex(({ key }) => old.includes(key.value));
  const kept = Object.entries(test).filter(([key]) => !old.includes(key));
  const same = Object.entries(test).filter(([key]) => old.includes(key));
  return [
    ...old.filter((name) => !same.some(([key]) => key === name)).flatMap((name) => removeField(node, name)),
    ...same.flatMap(([key, value]): readonly Operation[] => { const member = memberOf(node, key); return member ? [setTo(member.value, value)] : []; }),
    ...kept.map(([key, value]): Operation => ({ op: 'insert', place: { into: node, at }, key, content: jsonContent(value) })),
  ];
}
