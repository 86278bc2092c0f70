import { ok } from '../../lib/Result.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Operation, SidecarChange } from '../operations.ts';
import { referencesIn, type Reference } from '../references.ts';
import type { ScopeEntry, StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { letGo, successorOf } from './edges.ts';
import { childOf, noSuchState, outermost, removeField, setTo, withInner } from './operate.ts';

/**
 * Removes states and closes the gaps: what pointed at one leads on to where it went; where it went nowhere, predecessors end, and rules,
 * `Default`s and catchers that pointed at it go. `StartAt` follows.
 * Errors: `no-such-state`.
 */
export const removeState = (ids: readonly StateId[]): Command => (tree) => {
  const states = outermost(tree, ids);
  const [first] = states;
  if (!first) return noSuchState(ids[0] ?? '');
  const scopes = new Set(states.map((state) => state.scope));
  const ops = [...scopes].flatMap((scope) => removeFrom(tree, scope, states.filter((state) => state.scope === scope)));
  const sidecar = states.flatMap(withInner).map(({ name }): SidecarChange => ({ kind: 'remove-state', state: name }));
  return ok({ ops, label: states.length === 1 ? `Delete ${first.name}` : `Delete ${states.length} states`, select: [], sidecar });
};

function removeFrom(tree: Tree, scope: ScopeEntry, leaving: readonly StateEntry[]): readonly Operation[] {
  const { states } = scope;
  if (!states) return [];
  return [...bypass(tree, scope, leaving), ...leaving.flatMap((state) => removeField(states, state.name))];
}

/** Leads everything that points at leaving states past them. */
export function bypass(tree: Tree, scope: ScopeEntry, leaving: readonly StateEntry[]): readonly Operation[] {
  const gone = new Set(leaving);
  const byName = new Map(leaving.map((state) => [state.name as string, state]));
  const ops: Operation[] = [];
  const lost: Reference[] = [];
  for (const reference of referencesIn(tree, scope)) {
    const target = byName.get(reference.node.value);
    if (!target || (reference.from && gone.has(reference.from))) continue;
    const next = heir(scope, target, gone);
    // Leading a state back to itself would make an endless loop of what was a step on the way.
    if (next !== null && next !== reference.from?.name) ops.push(setTo(reference.node, next));
    else if (reference.kind === 'startAt') ops.push(...startElsewhere(scope, reference, gone));
    else lost.push(reference);
  }
  return [...ops, ...letGo(lost)];
}

/** The first state behind a leaving one that stays. */
function heir(scope: ScopeEntry, state: StateEntry, gone: ReadonlySet<StateEntry>): StateName | null {
  const seen = new Set<StateEntry>();
  for (let at: StateEntry | undefined = state; at && !seen.has(at); ) {
    seen.add(at);
    const name = successorOf(at);
    at = name === null ? undefined : childOf(scope, name);
    if (at && !gone.has(at)) return at.name;
  }
  return null;
}

function startElsewhere(scope: ScopeEntry, start: Reference, gone: ReadonlySet<StateEntry>): readonly Operation[] {
  const first = scope.children.find((state) => !gone.has(state));
  return first ? [setTo(start.node, first.name)] : removeField(scope.node, 'StartAt');
}
