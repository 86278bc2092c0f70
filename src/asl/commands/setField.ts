import type { Json } from '../../lib/Json.ts';
import { ok, type Result } from '../../lib/Result.ts';
import { placeInScope, placeInState } from '../fields.ts';
import { parseJson } from '../json/parseJson.ts';
import { lineOf } from '../lines.ts';
import type { StateId } from '../names.ts';
import type { Command, Operation, Place, Refusal } from '../operations.ts';
import { memberOf, type Segment } from '../pointer.ts';
import { findState } from '../states.ts';
import type { ObjectNode, Tree, ValueNode } from '../tree.ts';
import { contentFrom } from './contents.ts';
import { difference } from './difference.ts';
import { asObject, jsonContent, noSuchState, refuse, removeField, removeItem } from './operate.ts';

export type FieldPath = readonly Segment[];

/**
 * Sets a field of a state, deep inside too: missing parents are made, and of an object only what differs is written. `undefined` removes.
 * An index one behind the end of a list adds to it.
 * Errors: `no-such-state`, `not-a-state`, `no-such-place`.
 */
export const setField = (id: StateId, path: FieldPath, value: Json | undefined): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const node = asObject(state);
  if (!node) return refuse('not-a-state', `"${state.name}" is no object, so it has no fields. Give it a "Type" in the code first.`, state.member.offset);
  const ops = setAt(tree, node, path, value, (key) => placeInState(node, key));
  return ops.ok ? ok({ ops: ops.value, label: `${value === undefined ? 'Remove' : 'Set'} ${path.join('.')} of ${state.name}` }) : ops;
};

/** Sets a field of the machine itself, such as `Comment` or `QueryLanguage`. Errors: `no-machine`, `no-such-place`. */
export const setMachineField = (path: FieldPath, value: Json | undefined): Command => (tree) => {
  const { root } = tree;
  if (root?.kind !== 'object') return refuse('no-machine', 'The document is no state machine yet. Start with a blank workflow.');
  const ops = setAt(tree, root, path, value, (key) => placeInScope(root, key));
  return ops.ok ? ok({ ops: ops.value, label: `${value === undefined ? 'Remove' : 'Set'} ${path.join('.')} of the workflow` }) : ops;
};

function setAt(tree: Tree, root: ObjectNode, path: FieldPath, value: Json | undefined, topPlace: (key: string) => Place): Result<readonly Operation[], Refusal> {
  const [first, ...rest] = path;
  if (first === undefined) return value === undefined ? refuse('no-such-place', 'A whole state is removed with Delete, not as a field.') : ok(changed(root, value));
  return setInside(tree, root, first, rest, value, (key) => topPlace(key));
}

function setInside(tree: Tree, node: ValueNode, segment: Segment, rest: FieldPath, value: Json | undefined, place: ((key: string) => Place) | null): Result<readonly Operation[], Refusal> {
  const child = node.kind === 'object' ? memberOf(node, String(segment))?.value : node.kind === 'array' ? node.items[Number(segment)] : undefined;
  const [next, ...further] = rest;
  if (child && next !== undefined && (child.kind === 'object' || child.kind === 'array')) return setInside(tree, child, next, further, value, null);
  if (value === undefined) return ok(child && next === undefined ? removed(node, segment) : []);
  const whole = wrapped(rest, value);
  if (child) return ok(changed(child, whole));
  if (node.kind === 'object') {
    const key = String(segment);
    return ok([{ op: 'insert', place: place ? place(key) : { into: node, at: 'end' }, key, content: jsonContent(whole) }]);
  }
  if (node.kind === 'array' && Number(segment) === node.items.length) return ok([{ op: 'insert', place: { into: node, at: 'end' }, content: jsonContent(whole) }]);
  return refuse('no-such-place', `There is no entry ${String(segment)} in the value on line ${lineOf(tree.text, node.offset)}. Add the entries before it first.`, node.offset);
}

/** The value inside the parents that are missing: names make objects, numbers lists. */
const wrapped = (path: FieldPath, value: Json): Json =>
  path.reduceRight<Json>((inner, segment) => (typeof segment === 'number' ? [inner] : { [segment]: inner }), value);

function removed(node: ValueNode, segment: Segment): readonly Operation[] {
  if (node.kind === 'object') return removeField(node, String(segment));
  return node.kind === 'array' ? [removeItem(node, Number(segment))] : [];
}

function changed(node: ValueNode, value: Json): readonly Operation[] {
  const { root } = parseJson(JSON.stringify(value));
  return root ? difference(node, root, { content: contentFrom, spelling: false }) : [];
}
