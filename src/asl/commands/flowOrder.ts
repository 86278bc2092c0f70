import { referencesFrom } from '../references.ts';
import { stringOf } from '../pointer.ts';
import type { ScopeEntry, StateEntry } from '../states.ts';

/** The states of a scope as a run meets them, main way first; those that none meets come last, as they are written. */
export function flowOrder(scope: ScopeEntry): readonly StateEntry[] {
  const byName = new Map(scope.children.map((state) => [state.name as string, state]));
  const seen = new Set<StateEntry>();
  const waiting = [stringOf(scope.node, 'StartAt') ?? ''];
  for (const name of waiting) {
    const state = byName.get(name);
    if (!state || seen.has(state)) continue;
    seen.add(state);
    waiting.push(...referencesFrom(state).map((reference) => reference.node.value));
  }
  return [...seen, ...scope.children.filter((state) => !seen.has(state))];
}
