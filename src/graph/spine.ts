import { groupBy } from './groupBy.ts';
import type { ScopeBox, ScopeEdge } from './scopeTypes.ts';
import { CARD } from './sizes.ts';

/**
 * The main path, drawn as one straight line. Where ways part it takes the one that can end well, then the one with more decisions
 * and containers on it, then the one written first. It does not count plain states: another one must not turn the picture over.
 */
export function spineOf(start: string, plain: readonly ScopeEdge[], order: readonly string[], boxes: ReadonlyMap<string, ScopeBox>): string[] {
  const out = groupBy(plain, (edge) => edge.source);
  const worth = new Map<string, number>();
  for (const id of order.toReversed()) {
    const on = [...new Set((out.get(id) ?? []).map((edge) => edge.target))];
    const box = boxes.get(id);
    const own = on.length > 1 || (box && box.height - (box.foot ?? 0) > CARD.height) ? 1 : 0;
    worth.set(id, on.length === 0 ? own - (box?.fails ? FAILURE : 0) : own + Math.max(...on.map((target) => worth.get(target) ?? 0)));
  }
  const spine = [start];
  for (;;) {
    let best: ScopeEdge | undefined;
    for (const edge of out.get(spine.at(-1) ?? '') ?? []) if (!best || (worth.get(edge.target) ?? 0) > (worth.get(best.target) ?? 0)) best = edge;
    if (!best) return spine;
    spine.push(best.target);
  }
}

/** More than any number of decisions. */
const FAILURE = 1e9;
