import { ok, type Result } from '../../lib/Result.ts';
import type { StateId } from '../names.ts';
import type { Command, Operation, Refusal } from '../operations.ts';
import type { StateEntry } from '../states.ts';
import { regroup } from './regroup.ts';
import { childOf, jsonContent, noSuchState, putScopeField, refuse, withInner } from './operate.ts';
import { outermost } from '../outermost.ts';
import { landingOf, placeAfter, type Landing, type Target } from './placement.ts';
import { bypass } from './removeState.ts';

/**
 * Takes states out of their way (neighbours reconnect as when they are removed) and puts them on an arrow, behind or before another state, or
 * into another scope; several go as one chain, in the order in which a run meets them. Their text moves only when their scope changes.
 * Errors: those of `addState`, `not-a-state`, `into-itself`, `already-there`, `several-places`, `needs-rule`.
 */
export const moveState = (what: StateId | readonly StateId[], to: Target): Command => (tree) => {
  const ids = typeof what === 'string' ? [what] : what;
  const states = outermost(tree, ids);
  const [first] = states;
  if (!first) return noSuchState(ids[0] ?? '');
  const landing = landingOf(tree, to, new Set(states));
  if (!landing.ok) return landing;
  const refusal = whyNot(states, landing.value);
  if (refusal) return refusal;
  const out = bypass(tree, first.scope, states);
  if (!out.ok) return out;
  const group = regroup(tree, states, landing.value);
  if (!group.ok) return group;
  const ops = [...out.value, ...group.value.ops, ...transfer(states, group.value.entry, landing.value)];
  return ok({ ops, label: states.length === 1 ? `Move ${first.name}` : `Move ${states.length} states`, select: states.map((state) => state.id) });
};

function whyNot(states: readonly StateEntry[], landing: Landing): Extract<Result<never, Refusal>, { ok: false }> | null {
  const { scope, edge } = landing;
  const [first] = states;
  if (!first) return null;
  const { offset } = first.member;
  const named = states.length === 1 ? `"${first.name}"` : 'What is selected';
  const broken = states.find((state) => state.node.kind !== 'object');
  if (broken) return refuse('not-a-state', `"${broken.name}" is no object, so it cannot be moved. Give it a "Type" in the code first.`, broken.member.offset);
  const elsewhere = states.find((state) => state.scope !== first.scope);
  if (elsewhere) return refuse('several-places', `"${first.name}" and "${elsewhere.name}" stand in different parts of the workflow. Move the states of one part at a time.`, elsewhere.member.offset);
  if (states.flatMap(withInner).some((inner) => inner.inner.includes(scope))) return refuse('into-itself', `${named} cannot be moved into itself. Choose a place outside it.`, offset);
  const there = edge ? states.some((state) => edge.from === state || edge.target === state.name) || (edge.before && edge.aim(first.name).length === 0) : scope === first.scope;
  if (there) return refuse('already-there', `${named} is already there. Choose another place for ${states.length === 1 ? 'it' : 'the states'}.`, offset);
  if (scope === first.scope) return null;
  if (!scope.states) return refuse('no-such-scope', 'There is no "States" object there to move it into. Add a state there first.', scope.node.offset);
  const taken = states.find((state) => childOf(scope, state.name));
  return taken ? refuse('name-taken', `There is already a state "${taken.name}" there. Rename one of the two first.`, taken.member.offset) : null;
}

function transfer(states: readonly StateEntry[], entry: StateEntry, { scope, edge }: Landing): readonly Operation[] {
  const aimed = edge ? edge.aim(entry.name) : [];
  const starts = edge === null && scope.children.length === 0 ? [putScopeField(scope.node, 'StartAt', jsonContent(entry.name))] : [];
  const moves = states.flatMap((state): readonly Operation[] => {
    if (scope === state.scope || !state.scope.states) return [];
    return [{ op: 'move', part: { kind: 'member', of: state.scope.states, member: state.member }, place: placeAfter(scope, edge) }];
  });
  return [...aimed, ...(moves.length > 0 ? starts : []), ...moves];
}
