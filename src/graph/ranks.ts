import type { Flow } from './flow.ts';
import { groupBy } from './groupBy.ts';
import type { ScopeEdge } from './scopeTypes.ts';

/**
 * A box stands one row below the lowest that leads to it: right under its own cause, and where nothing above it changed it stays
 * (an edit moves only what comes after it). What the start does not lead to stands right above what it leads to, never beside the start.
 */
export function ranksOf(flow: Flow, start: string, edges: readonly ScopeEdge[]): Map<string, number> {
  const rank = new Map(flow.order.map((id) => [id, id === start || flow.reached.has(id) ? 0 : 1]));
  const into = groupBy(edges, (edge) => edge.target);
  const out = groupBy(edges, (edge) => edge.source);
  for (const id of flow.order) {
    for (const edge of into.get(id) ?? []) rank.set(id, Math.max(rank.get(id) ?? 0, (rank.get(edge.source) ?? 0) + 1));
  }
  for (const id of flow.order.toReversed()) {
    const on = out.get(id) ?? [];
    if (flow.reached.has(id) || on.length === 0) continue;
    rank.set(id, Math.max(rank.get(id) ?? 0, Math.min(...on.map((edge) => rank.get(edge.target) ?? 0)) - 1));
  }
  return rank;
}
