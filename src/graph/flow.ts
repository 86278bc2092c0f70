import { groupBy } from './groupBy.ts';
import type { ScopeEdge } from './scopeTypes.ts';

/** A scope without its loops: every edge but those of `back` leads from an earlier box of `order` to a later one. */
export interface Flow {
  readonly order: readonly string[];
  readonly back: ReadonlySet<string>;
  /** What can be come to from the start. */
  readonly reached: ReadonlySet<string>;
}

interface Visit {
  readonly id: string;
  readonly edges: readonly ScopeEdge[];
  left: number;
}

/**
 * Cycle removal: depth first from the start, then from what nothing leads to, then from the rest, by name. An edge into a box that is
 * still open closes a loop. Without recursion, because a chain of any length must not exhaust the stack (S1).
 */
export function flowOf(start: string, ids: readonly string[], edges: readonly ScopeEdge[]): Flow {
  const out = groupBy(edges, (edge) => edge.source);
  const led = new Set(edges.filter((edge) => edge.source !== edge.target).map((edge) => edge.target));
  const names = ids.toSorted();
  const finished: string[] = [];
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const walk = (root: string): void => {
    if (state.has(root)) return;
    const stack: Visit[] = [visit(root)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      top.left -= 1;
      // Last edge first: finished boxes are turned round below, which puts the first edge's part first.
      const edge = top.edges[top.left];
      if (!edge) {
        state.set(top.id, 'done');
        finished.push(top.id);
        stack.pop();
      } else if (state.get(edge.target) === 'open') back.add(edge.id);
      else if (!state.has(edge.target)) stack.push(visit(edge.target));
    }
  };
  const visit = (id: string): Visit => {
    state.set(id, 'open');
    const own = out.get(id) ?? [];
    return { id, edges: own, left: own.length };
  };
  walk(start);
  const reached = new Set(finished);
  for (const id of names) if (!led.has(id)) walk(id);
  for (const id of names) walk(id);
  return { order: finished.toReversed(), back, reached };
}
