import { groupBy } from './groupBy.ts';
import type { ScopeBox, ScopeEdge, ScopeInput } from './scopeTypes.ts';

/** The acyclic part of a scope that decides rows and columns. */
export interface Skeleton {
  /** By reach from the start, so that the order of keys in the document hardly matters. */
  readonly boxes: readonly ScopeBox[];
  /** Edges that shape the picture and run within it. */
  readonly column: readonly ScopeEdge[];
  /** Edges that shape the picture only: a shared handler stands below the last state that it serves. */
  readonly ghost: readonly ScopeEdge[];
  readonly beside: readonly ScopeEdge[];
  /** Longest way from the start, in steps. */
  readonly depth: ReadonlyMap<string, number>;
  /** The main path: from each state on to where most still follows. */
  readonly spine: readonly string[];
}

/** S1: iterative throughout; a chain of any length must not exhaust the stack. */
export function skeletonOf(input: ScopeInput): Skeleton {
  const { order, back } = walk(input);
  const place = new Map(order.map((id, i) => [id, i]));
  const forward = input.edges.filter((edge) => !back.has(edge.id));
  const plain = forward.filter((edge) => edge.kind !== 'catch');
  const loose = looseEnds(input, forward);
  const depth = longestWay(order, [...forward, ...loose], back);
  const { column, ghost, beside } = shareHandlers(forward, plain, depth);
  const byId = new Map(input.boxes.map((box) => [box.id, box]));
  const reach = (id: string): number => place.get(id) ?? 0;
  const byReach = (a: ScopeEdge, b: ScopeEdge): number => reach(a.source) - reach(b.source);
  return {
    boxes: order.flatMap((id) => byId.get(id) ?? []),
    column: column.toSorted(byReach),
    ghost: ghost.toSorted(byReach),
    beside: [...beside, ...input.edges.filter((edge) => back.has(edge.id))],
    depth,
    spine: spineOf(input.start, plain, depth),
  };
}

/** Depth first from the start, then from what is left by name. `back`: edges that close a loop. */
function walk(input: ScopeInput): { order: string[]; back: Set<string> } {
  const out = groupBy(input.edges, (edge) => edge.source);
  const finished: string[] = [];
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const roots = [input.start, ...input.boxes.map((box) => box.id).toSorted()];
  for (const root of roots) {
    if (state.has(root)) continue;
    const stack: { id: string; edges: ScopeEdge[]; next: number }[] = [{ id: root, edges: out.get(root) ?? [], next: 0 }];
    state.set(root, 'open');
    while (stack.length > 0) {
      const top = stack.at(-1);
      if (!top) break;
      // Last edge first: finished nodes are turned round below, which puts the first edge's subtree first.
      const edge = top.edges[top.edges.length - 1 - top.next];
      top.next += 1;
      if (!edge) {
        state.set(top.id, 'done');
        finished.push(top.id);
        stack.pop();
      } else if (state.get(edge.target) === 'open') {
        back.add(edge.id);
      } else if (!state.has(edge.target)) {
        state.set(edge.target, 'open');
        stack.push({ id: edge.target, edges: out.get(edge.target) ?? [], next: 0 });
      }
    }
    // Each root's tree is a topological order of its own; later roots come behind.
  }
  return { order: topological(input, back, finished.toReversed()), back };
}

/** Reversed finishing order is topological; roots found later would come first in it, so they are moved behind. */
function topological(input: ScopeInput, back: ReadonlySet<string>, order: readonly string[]): string[] {
  const reached = reachable(input, back);
  return [...order.filter((id) => reached.has(id)), ...order.filter((id) => !reached.has(id))];
}

function reachable(input: ScopeInput, back: ReadonlySet<string>): Set<string> {
  const out = groupBy(input.edges.filter((edge) => !back.has(edge.id)), (edge) => edge.source);
  const seen = new Set([input.start]);
  for (const id of seen) for (const edge of out.get(id) ?? []) seen.add(edge.target);
  return seen;
}

/** What nothing leads to stands in the first row below the start, not beside the start itself. */
function looseEnds(input: ScopeInput, forward: readonly ScopeEdge[]): ScopeEdge[] {
  const reached = new Set(forward.map((edge) => edge.target));
  const loose = input.boxes.filter((box) => box.id !== input.start && !reached.has(box.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return loose.map((box) => ({ id: `loose ${box.id}`, source: input.start, target: box.id, kind: 'start' }));
}

function longestWay(order: readonly string[], forward: readonly ScopeEdge[], back: ReadonlySet<string>): Map<string, number> {
  const depth = new Map(order.map((id) => [id, 0]));
  const out = groupBy(forward, (edge) => edge.source);
  // Unreachable roots stand behind in `order` but may lead into the reached part: two rounds settle those too.
  for (let round = 0; round < 2; round += 1) {
    for (const id of order) {
      for (const edge of out.get(id) ?? []) {
        if (!back.has(edge.id)) depth.set(edge.target, Math.max(depth.get(edge.target) ?? 0, (depth.get(id) ?? 0) + 1));
      }
    }
  }
  return depth;
}

/**
 * Catch edges: one into a handler of its own is a column edge like any other. Several into one handler share a line beside the
 * columns; only the deepest of them ranks the handler. A handler on the ordinary path is placed by that path alone.
 */
function shareHandlers(forward: readonly ScopeEdge[], plain: readonly ScopeEdge[], depth: ReadonlyMap<string, number>): { column: ScopeEdge[]; ghost: ScopeEdge[]; beside: ScopeEdge[] } {
  const onPath = new Set(plain.map((edge) => edge.target));
  const column = [...plain];
  const ghost: ScopeEdge[] = [];
  const beside: ScopeEdge[] = [];
  for (const [target, catches] of groupBy(forward.filter((edge) => edge.kind === 'catch'), (edge) => edge.target)) {
    const [first] = catches;
    if (onPath.has(target)) beside.push(...catches);
    else if (catches.length === 1 && first) column.push(first);
    else {
      beside.push(...catches);
      const deepest = catches.toSorted((a, b) => (depth.get(b.source) ?? 0) - (depth.get(a.source) ?? 0) || (a.id < b.id ? -1 : 1))[0];
      if (deepest) ghost.push(deepest);
    }
  }
  return { column, ghost, beside };
}

function spineOf(start: string, plain: readonly ScopeEdge[], depth: ReadonlyMap<string, number>): string[] {
  const out = groupBy(plain, (edge) => edge.source);
  const rest = new Map<string, number>();
  for (const [id] of [...depth].toSorted((a, b) => b[1] - a[1])) {
    rest.set(id, Math.max(0, ...(out.get(id) ?? []).map((edge) => 1 + (rest.get(edge.target) ?? 0))));
  }
  const spine = [start];
  for (;;) {
    const on = (out.get(spine.at(-1) ?? '') ?? []).toSorted((a, b) => (rest.get(b.target) ?? 0) - (rest.get(a.target) ?? 0))[0];
    if (!on) return spine;
    spine.push(on.target);
  }
}
