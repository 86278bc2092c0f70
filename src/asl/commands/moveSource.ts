import { ok, type Result } from '../../lib/Result.ts';
import type { Pointer, StateId, StateName } from '../names.ts';
import type { Command, Edit, Operation, Refusal } from '../operations.ts';
import { itemsOf, segmentsOf, valueOf } from '../pointer.ts';
import type { Reference } from '../references.ts';
import { findState, type StateEntry } from '../states.ts';
import type { ValueNode } from '../tree.ts';
import { arrowFrom, canCatch } from './arrows.ts';
import { choiceLeftBare, letGo, needsRule, referenceAt } from './edges.ts';
import { asObject, noSuchState, putField, refuse, removeField } from './operate.ts';
import { unreachable } from './setTarget.ts';

/**
 * Lets an arrow start at another state: a rule moves to another Choice with its condition, a catcher with its errors; a `Next` or a `Default` ends
 * where it was and is drawn anew.
 * Errors: `no-such-edge`, `no-such-state`, `needs-start`, `needs-rule`, `other-scope`, `already-there`, `no-choice`, `cannot-catch`, `catches-all`, those of `connect`.
 */
export const moveSource = (field: Pointer, to: StateId): Command => (tree) => {
  const state = findState(tree, to);
  if (!state) return noSuchState(to);
  const reference = referenceAt(tree, field);
  if (!reference) return refuse('no-such-edge', 'That arrow is not in the workflow any more, or shows that the workflow ends. Choose another one.');
  const { found, scope } = reference;
  const { from, node } = found;
  if (!from) return refuse('needs-start', 'The arrow from the start stays there. Drag its head to start with another state.', node.offset);
  if (from === state) return refuse('already-there', `That arrow starts at "${state.name}" already. Choose another state.`, node.offset);
  if (state.scope !== scope) return unreachable(tree, scope, state.name) ?? refuse('other-scope', `"${state.name}" stands in another part of the workflow. Choose a state beside "${from.name}".`);
  const bare = choiceLeftBare([found]);
  if (bare) return needsRule(bare);
  const label = `Let the arrow to ${node.value} start at ${state.name}`;
  if (found.kind === 'choice' || found.kind === 'catch') return carried({ ...found, from }, state, label);
  const arrow = arrowFrom(state);
  return arrow.ok ? ok({ ops: [...letGo([found]), ...arrow.value(node.value as StateName)], label, select: [state.id] }) : arrow;
};

/** The rule or the catcher, its own spelling kept. */
function carried(found: Reference & { readonly from: StateEntry }, to: StateEntry, label: string): Result<Edit, Refusal> {
  const { kind, from, pointer } = found;
  if (kind === 'choice' && to.type !== 'Choice') return refuse('no-choice', `"${to.name}" is no Choice, and a rule belongs to one. Drop it on a Choice, or draw a new arrow.`, to.member.offset);
  if (kind === 'catch' && !canCatch(to.type)) return refuse('cannot-catch', `"${to.name}" is a ${to.type ?? 'state without a Type'}, and only Task, Map and Parallel states catch errors. Choose one of those.`, to.member.offset);
  const field = kind === 'choice' ? 'Choices' : 'Catch';
  const target = asObject(to);
  const of = valueOf(from.node, field);
  const index = Number(segmentsOf(pointer).at(-2));
  if (!target || of?.kind !== 'array') return refuse('not-a-state', `"${to.name}" is no object. Give it a "Type" in the code first.`, to.member.offset);
  const list = valueOf(target, field);
  if (list?.kind !== 'array') return ok({ ops: [putField(target, field, [])], label, select: [to.id], then: moveSource(pointer, to.id) });
  const all = field === 'Catch' && catchesAll(of.items[index]);
  if (all && catchesAll(list.items.at(-1))) return refuse('catches-all', `"${to.name}" has a catcher for every error already. Point that one elsewhere instead.`, to.member.offset);
  // A catcher for States.ALL has to stay the last.
  const move: Operation = { op: 'move', part: { kind: 'item', of, index }, place: { into: list, at: field === 'Catch' && !all ? 0 : 'end' } };
  return ok({ ops: [move], label, select: [to.id], ...(of.items.length === 1 && field === 'Catch' && { then: withoutEmptyCatch(from.id) }) });
}

const catchesAll = (catcher: ValueNode | undefined): boolean =>
  itemsOf(valueOf(catcher, 'ErrorEquals')).some((error) => error.kind === 'string' && error.value === 'States.ALL');

const withoutEmptyCatch = (id: StateId): Command => (tree) => {
  const node = findState(tree, id)?.node;
  return ok({ ops: node?.kind === 'object' ? removeField(node, 'Catch') : [], label: '' });
};
