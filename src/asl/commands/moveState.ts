import { ok } from '../../lib/Result.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Operation } from '../operations.ts';
import { referencesFrom } from '../references.ts';
import { findState, type StateEntry } from '../states.ts';
import type { ObjectNode, Tree } from '../tree.ts';
import { leadOn, letGo, type Edge } from './edges.ts';
import { asObject, childOf, endsByType, jsonContent, noSuchState, putField, putScopeField, refuse, removeField, withInner } from './operate.ts';
import { landingOf, placeAfter, type Landing, type Target } from './placement.ts';
import { bypass } from './removeState.ts';

/**
 * Takes a state out of its way (neighbours reconnect as when it is removed) and puts it on an arrow, behind another state, or
 * unconnected into another scope. Its text moves only when its scope changes.
 * Errors: those of `addState`, `not-a-state`, `into-itself`, `already-there`.
 */
export const moveState = (id: StateId, to: Target): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const node = asObject(state);
  if (!node) return refuse('not-a-state', `"${state.name}" is no object, so it cannot be moved. Give it a "Type" in the code first.`, state.member.offset);
  const landing = landingOf(tree, to);
  if (!landing.ok) return landing;
  const { scope, edge } = landing.value;
  if (withInner(state).some((inner) => inner.inner.includes(scope))) {
    return refuse('into-itself', `"${state.name}" cannot be moved into itself. Choose a place outside it.`, state.member.offset);
  }
  const there = edge ? edge.from === state || edge.target === state.name : scope === state.scope;
  if (there) return refuse('already-there', `"${state.name}" is already there. Choose another place for it.`, state.member.offset);
  const away = scope !== state.scope;
  if (away && !scope.states) return refuse('no-such-scope', 'There is no "States" object there to move it into. Add a state there first.', scope.node.offset);
  if (away && childOf(scope, state.name)) return refuse('name-taken', `There is already a state "${state.name}" there. Rename one of the two first.`, state.member.offset);
  const out = bypass(tree, state.scope, [state]);
  const ops = [...out, ...onward(tree, state, node, landing.value), ...transfer(state, landing.value)];
  return ok({ ops, label: `Move ${state.name}`, select: [state.id] });
};

/** Where the moved state goes on to, and which of its other arrows do not reach into the new scope. */
function onward(tree: Tree, state: StateEntry, node: ObjectNode, { scope, edge }: Landing): readonly Operation[] {
  const away = scope !== state.scope;
  const field = state.type === 'Choice' ? 'default' : 'next';
  const lost = referencesFrom(tree, state).filter((reference) => reference.kind !== field && away && !childOf(scope, reference.node.value));
  return [...letGo(lost), ...transition(state, node, edge, away)];
}

function transition(state: StateEntry, node: ObjectNode, edge: Edge | null, away: boolean): readonly Operation[] {
  if (endsByType(state.type) || (!edge && !away)) return [];
  const target: StateName | null = edge?.target ?? null;
  if (state.type !== 'Choice') return leadOn(node, target);
  return target === null ? removeField(node, 'Default') : [putField(node, 'Default', target)];
}

function transfer(state: StateEntry, { scope, edge }: Landing): readonly Operation[] {
  const aimed = edge ? edge.aim(state.name) : [];
  if (scope === state.scope || !state.scope.states) return aimed;
  const part = { kind: 'member', of: state.scope.states, member: state.member } as const;
  const starts = edge === null && scope.children.length === 0 ? [putScopeField(scope.node, 'StartAt', jsonContent(state.name))] : [];
  return [...aimed, ...starts, { op: 'move', part, place: placeAfter(scope, edge) }];
}
