import { ok, type Result } from '../../lib/Result.ts';
import type { StateName } from '../names.ts';
import type { Operation, Refusal } from '../operations.ts';
import { referencesFrom, type Reference } from '../references.ts';
import type { StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { choiceLeftBare, leadOn, letGo, needsRule, successorOf } from './edges.ts';
import { flowOrder } from './flowOrder.ts';
import { asObject, childOf, endsByType, putField, removeField } from './operate.ts';
import type { Landing } from './placement.ts';

export interface Regrouped {
  /** The one that is met first. */
  readonly entry: StateEntry;
  readonly ops: readonly Operation[];
}

/**
 * Where moved states lead: among each other as before, past what stays behind, and from the last ones on to where the landing leads. Arrows
 * that cannot reach into another scope go. Errors: `needs-rule`.
 */
export function regroup(tree: Tree, states: readonly StateEntry[], landing: Landing): Result<Regrouped, Refusal> {
  const [first] = states;
  if (!first) throw new Error('Nothing is moved');
  const order = flowOrder(first.scope).filter((state) => states.includes(state));
  const entry = order[0] ?? first;
  const { scope, edge } = landing;
  const away = scope !== first.scope;
  const goals = goalsOf(tree, order, edge?.target ?? null);
  const kept = (reference: Reference): boolean => states.some(({ name }) => name === reference.node.value) || childOf(scope, reference.node.value) !== undefined;
  const lost = away ? order.flatMap((state) => referencesFrom(state).filter((reference) => reference.kind !== mainKind(state) && !kept(reference))) : [];
  const defaults = new Map([...goals].flatMap(([state, to]) => (state.type === 'Choice' && state.node.kind === 'object' ? [[state.node, to] as const] : [])));
  const bare = choiceLeftBare(lost, defaults);
  if (bare) return needsRule(bare);
  return ok({ entry, ops: [...letGo(lost, defaults), ...[...goals].flatMap(([state, to]) => leadTo(state, to))] });
}

const mainKind = (state: StateEntry): Reference['kind'] => (state.type === 'Choice' ? 'default' : 'next');

/** New main ways; a state that keeps its own is not in it. */
function goalsOf(tree: Tree, order: readonly StateEntry[], onward: StateName | null): ReadonlyMap<StateEntry, StateName | null> {
  const byName = new Map(order.map((state) => [state.name as string, state]));
  const goals = new Map<StateEntry, StateName | null>();
  for (const [index, state] of order.entries()) {
    const next = byName.get(successorOf(state) ?? '');
    if (endsByType(state.type) || (next && next !== state)) continue;
    goals.set(state, laterInGroup(state, order.slice(index + 1)) ?? onward);
  }
  return chained(tree, order, goals, onward);
}

/** The next one of the group on the way through what stays behind. */
function laterInGroup(state: StateEntry, later: readonly StateEntry[]): StateName | null {
  const seen = new Set<string>();
  for (let name = successorOf(state); name !== null && !seen.has(name); ) {
    seen.add(name);
    const found = later.find((candidate) => candidate.name === name);
    if (found) return found.name;
    const next = childOf(state.scope, name);
    name = next ? successorOf(next) : null;
  }
  return null;
}

/** One that nothing in the group leads to follows the last before it that led out of the group. */
function chained(tree: Tree, order: readonly StateEntry[], goals: Map<StateEntry, StateName | null>, onward: StateName | null): Map<StateEntry, StateName | null> {
  const reached = new Set<string | null>(goals.values());
  for (const state of order) for (const { kind, node } of referencesFrom(state)) if (!(goals.has(state) && kind === mainKind(state))) reached.add(node.value);
  for (const [index, state] of order.entries()) {
    if (index === 0 || reached.has(state.name)) continue;
    const before = order.slice(0, index).findLast((earlier) => goals.has(earlier) && goals.get(earlier) === onward);
    if (before) goals.set(before, state.name);
  }
  return goals;
}

function leadTo(state: StateEntry, to: StateName | null): readonly Operation[] {
  const node = asObject(state);
  if (!node) return [];
  if (state.type !== 'Choice') return leadOn(node, to);
  return to === null ? removeField(node, 'Default') : [putField(node, 'Default', to)];
}
