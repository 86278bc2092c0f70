import { ok, type Result } from '../../lib/Result.ts';
import type { StateId, StateName } from '../names.ts';
import type { Command, Operation, Refusal, SidecarChange } from '../operations.ts';
import { itemsOf, stringOf, valueOf } from '../pointer.ts';
import { referencesIn, type Reference } from '../references.ts';
import type { ScopeEntry, StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { choiceLeftBare, letGo, needsRule, successorOf } from './edges.ts';
import { childOf, noSuchState, removeField, setTo, withInner } from './operate.ts';
import { outermost } from '../outermost.ts';

/**
 * Removes states and closes the gaps: what pointed at one leads on to where it went; where it went nowhere, predecessors end, and rules,
 * `Default`s and catchers that pointed at it go. `StartAt` follows.
 * Errors: `no-such-state`, `needs-rule`.
 */
export const removeState = (ids: readonly StateId[]): Command => (tree) => {
  const states = outermost(tree, ids);
  const [first] = states;
  if (!first) return noSuchState(ids[0] ?? '');
  const scopes = new Set(states.map((state) => state.scope));
  const ops: Operation[] = [];
  for (const scope of scopes) {
    const removed = removeFrom(tree, scope, states.filter((state) => state.scope === scope));
    if (!removed.ok) return removed;
    ops.push(...removed.value);
  }
  const sidecar = states.flatMap(withInner).map(({ name }): SidecarChange => ({ kind: 'remove-state', state: name }));
  return ok({ ops, label: states.length === 1 ? `Delete ${first.name}` : `Delete ${states.length} states`, select: [], sidecar });
};

function removeFrom(tree: Tree, scope: ScopeEntry, leaving: readonly StateEntry[]): Result<readonly Operation[], Refusal> {
  const { states } = scope;
  if (!states) return ok([]);
  const past = bypass(tree, scope, leaving);
  return past.ok ? ok([...past.value, ...leaving.flatMap((state) => removeField(states, state.name))]) : past;
}

/** Leads everything that points at leaving states past them. Errors: `needs-rule`. */
export function bypass(tree: Tree, scope: ScopeEntry, leaving: readonly StateEntry[]): Result<readonly Operation[], Refusal> {
  const gone = new Set(leaving);
  const byName = new Map(leaving.map((state) => [state.name as string, state]));
  const ops: Operation[] = [];
  const lost: Reference[] = [];
  for (const reference of referencesIn(scope)) {
    const target = byName.get(reference.node.value);
    if (!target || (reference.from && gone.has(reference.from))) continue;
    const next = heir(scope, target, gone);
    // Leading a state back to itself would make an endless loop of what was a step on the way.
    if (next !== null && next !== reference.from?.name) ops.push(setTo(reference.node, next));
    else if (reference.kind === 'startAt') ops.push(...startElsewhere(scope, reference, gone));
    else lost.push(reference);
  }
  const bare = choiceLeftBare(lost);
  return bare ? needsRule(bare) : ok([...ops, ...letGo(lost)]);
}

/** The first state behind a leaving one that stays. */
function heir(scope: ScopeEntry, state: StateEntry, gone: ReadonlySet<StateEntry>): StateName | null {
  const seen = new Set<StateEntry>();
  for (let at: StateEntry | undefined = state; at && !seen.has(at); ) {
    seen.add(at);
    const name = wayOn(at);
    at = name === null ? undefined : childOf(scope, name);
    if (at && !gone.has(at)) return at.name;
  }
  return null;
}

/** A Choice without a `Default` goes on by its first rule: better one way than none. */
function wayOn(state: StateEntry): StateName | null {
  const first = stringOf(itemsOf(valueOf(state.node, 'Choices'))[0], 'Next');
  return successorOf(state) ?? (state.type === 'Choice' && first !== undefined ? (first as StateName) : null);
}

function startElsewhere(scope: ScopeEntry, start: Reference, gone: ReadonlySet<StateEntry>): readonly Operation[] {
  const first = scope.children.find((state) => !gone.has(state));
  return first ? [setTo(start.node, first.name)] : removeField(scope.node, 'StartAt');
}
