import { flowOf } from './flow.ts';
import { groupBy } from './groupBy.ts';
import { ranksOf } from './ranks.ts';
import type { ScopeBox, ScopeEdge } from './scopeTypes.ts';
import { spineOf } from './spine.ts';

/** What hangs together by edges; laid out as one. */
export interface Part {
  readonly start: string;
  readonly boxes: readonly ScopeBox[];
  readonly edges: readonly ScopeEdge[];
}

/** The acyclic part of it that decides rows and columns. */
export interface Skeleton {
  /** Causes before their effects. */
  readonly boxes: readonly ScopeBox[];
  /** Edges that shape the picture and run within it. */
  readonly column: readonly ScopeEdge[];
  /** Edges that shape the picture only: a shared handler stands below the last state that it serves. */
  readonly ghost: readonly ScopeEdge[];
  /** Edges that run outside: loops, errors into a shared handler, and ways so long that they would fill every row. */
  readonly beside: readonly ScopeEdge[];
  readonly rank: ReadonlyMap<string, number>;
  /** The main path, from the start on. */
  readonly spine: readonly string[];
}

/** Places in rows that all long edges of a part may take together: keeps the work near n log n. */
const passesFor = (boxes: number): number => 2000 + 4 * boxes;

export function skeletonOf({ start, boxes, edges }: Part): Skeleton {
  const flow = flowOf(start, boxes.map((box) => box.id), edges);
  const forward = edges.filter((edge) => !flow.back.has(edge.id));
  const rough = ranksOf(flow, start, forward);
  const { column, ghost, beside } = shareHandlers(forward, rough);
  const rank = ranksOf(flow, start, [...column, ...ghost]);
  const far = tooLong(column, rank, passesFor(boxes.length));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const place = new Map(flow.order.map((id, i) => [id, i]));
  const inOrder = (list: readonly ScopeEdge[]): ScopeEdge[] => list.toSorted((a, b) => (place.get(a.source) ?? 0) - (place.get(b.source) ?? 0));
  return {
    boxes: flow.order.flatMap((id) => byId.get(id) ?? []),
    column: inOrder(column.filter((edge) => !far.has(edge))),
    ghost: inOrder(ghost),
    beside: inOrder([...beside, ...far, ...edges.filter((edge) => flow.back.has(edge.id))]),
    rank,
    spine: spineOf(start, forward.filter((edge) => edge.kind !== 'catch' && !far.has(edge)), flow.order, byId),
  };
}

/**
 * Catch edges: one into a handler of its own is a column edge like any other. Several into one handler share a line beside the
 * columns; only the deepest of them ranks the handler. A handler on the ordinary path is placed by that path alone.
 */
function shareHandlers(forward: readonly ScopeEdge[], rank: ReadonlyMap<string, number>): { column: ScopeEdge[]; ghost: ScopeEdge[]; beside: ScopeEdge[] } {
  const plain = forward.filter((edge) => edge.kind !== 'catch');
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
      const deepest = catches.toSorted((a, b) => (rank.get(b.source) ?? 0) - (rank.get(a.source) ?? 0) || (a.id < b.id ? -1 : 1))[0];
      if (deepest) ghost.push(deepest);
    }
  }
  return { column, ghost, beside };
}

/** The longest ways, by target, until the others fit. An edge that alone leads to its target stays: it says where that stands. */
function tooLong(column: readonly ScopeEdge[], rank: ReadonlyMap<string, number>, room: number): Set<ScopeEdge> {
  const span = (edge: ScopeEdge): number => (rank.get(edge.target) ?? 0) - (rank.get(edge.source) ?? 0) - 1;
  const long = column.filter((edge) => span(edge) > 0).toSorted((a, b) => span(a) - span(b));
  const far = new Set<ScopeEdge>();
  let taken = 0;
  for (const edge of long) {
    taken += 2 * span(edge);
    if (taken > room) far.add(edge);
  }
  return far;
}
