import { ok } from '../../lib/Result.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Operation, Remark } from '../operations.ts';
import { memberOf, stringOf } from '../pointer.ts';
import { referencesTo } from '../references.ts';
import { findState, type ScopeEntry, type StateEntry } from '../states.ts';
import type { ObjectNode, Tree } from '../tree.ts';
import { leadOn } from './edges.ts';
import { asObject, childOf, noSuchState, putField, refuse, removeField, setTo } from './operate.ts';

/**
 * Takes the states out of a Map, or of a Parallel with one branch, and puts them in its place. What ended inside goes on to where the container led;
 * a Succeed becomes a Pass there, since it ended the branch only.
 * Errors: `no-such-state`, `not-a-container`, `several-branches`, `empty-container`, `name-taken`.
 */
export const unwrapState = (id: StateId): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const node = asObject(state);
  const of = state.scope.states;
  if (!node || !of || state.inner.length === 0) return refuse('not-a-container', `"${state.name}" holds no states. Choose a Map or a Parallel.`, state.member.offset);
  if (state.inner.length > 1) return refuse('several-branches', `"${state.name}" has ${state.inner.length} branches, which cannot all stand in its place. Remove all but one of them first.`, state.member.offset);
  const [scope] = state.inner;
  const start = scope && childOf(scope, stringOf(scope.node, 'StartAt') ?? '');
  if (!scope?.states || !start) return refuse('empty-container', `"${state.name}" has no states inside, or does not say with which they start. Delete it, or add a state.`, state.member.offset);
  const taken = scope.children.find((inner) => inner.name === state.name || childOf(state.scope, inner.name));
  if (taken) return refuse('name-taken', `There is a state "${taken.name}" outside already. Rename one of the two first.`, taken.member.offset);
  const { states } = scope;
  const at = of.members.indexOf(state.member) + 1;
  const moves = states.members.map((member): Operation => ({ op: 'move', part: { kind: 'member', of: states, member }, place: { into: of, at } }));
  const ways = referencesTo(state.scope, state.name).filter((reference) => reference.from !== state).map((reference) => setTo(reference.node, start.name));
  return ok({
    ops: [...ways, ...opened(scope, exitOf(state, start)), ...moves],
    label: `Unwrap ${state.name}`,
    select: scope.children.map((inner) => inner.id),
    sidecar: [{ kind: 'remove-state', state: state.name }],
    remarks: whatGoes(node, state),
    then: withoutContainer(state.name),
  });
};

/** Where the container led; to itself would now be to its first state. */
function exitOf(state: StateEntry, start: StateEntry): StateName | null {
  const next = stringOf(state.node, 'Next') as StateName | undefined;
  return next === state.name ? start.name : (next ?? null);
}

const opened = (scope: ScopeEntry, exit: StateName | null): readonly Operation[] =>
  scope.children.flatMap((inner) => {
    const node = asObject(inner);
    if (!node || exit === null) return [];
    if (inner.type === 'Succeed') return [putField(node, 'Type', 'Pass'), putField(node, 'Next', exit)];
    return inner.type !== 'Fail' && inner.type !== 'Choice' && memberOf(node, 'End') ? leadOn(node, exit) : [];
  });

const KEPT = new Set(['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'Branches', 'ItemProcessor', 'Iterator']);

function whatGoes(node: ObjectNode, state: StateEntry): readonly Remark[] {
  const fields = [...new Set(node.members.map((member) => member.key.value).filter((field) => !KEPT.has(field)))];
  return fields.length === 0 ? [] : [{ message: `${fields.join(', ')} of "${state.name}" went with it.` }];
}

/** Its states are out by now, so that no part moves out of one that is removed. */
const withoutContainer = (name: StateName): Command => (tree: Tree) => {
  const state = findState(tree, name as string as StateId);
  const of = state?.scope.states;
  return ok({ ops: of ? removeField(of, name) : [], label: '' });
};
