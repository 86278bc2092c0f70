import { Graph, layout as dagreLayout, type EdgeLabel, type NodeLabel } from '@dagrejs/dagre';
import type { ColumnEdge, RankedBox, Ranking, ScopeEdge } from './scopeTypes.ts';
import { CHIP, COLUMN_GAP, HALF_GAP } from './sizes.ts';
import { partsOf, sideBySide } from './parts.ts';
import type { Skeleton } from './skeleton.ts';

/** Up to here dagre is quick, and its recursions stay far from the end of the stack. A dense scope of 384 boxes took it seconds. */
export const DAGRE_MAX_BOXES = 250;
export const DAGRE_MAX_EDGES = 500;

/**
 * Rows, columns and where edges pass between them. dagre's `corePath` keeps the main path straight, but in rare graphs it lets
 * boxes slide over each other; those are placed without it.
 */
export function rankByDagre(skeleton: Skeleton): Ranking {
  return sideBySide(partsOf(skeleton).map(rankPart));
}

function rankPart(part: Skeleton): Ranking {
  const straight = ranked(part, part.spine);
  return crowded(straight) ? ranked(part, []) : straight;
}

/** Two things of one row share a stretch. */
function crowded(ranking: Ranking): boolean {
  const spans = [
    ...ranking.boxes.map((box) => ({ row: box.row, from: box.cx - box.width / 2, to: box.cx + box.width / 2 })),
    ...ranking.column.flatMap(({ edge, via }) => via.map((pass) => ({ row: pass.row, from: pass.x - halfOf(edge, pass.chip), to: pass.x + halfOf(edge, pass.chip) }))),
  ].toSorted((a, b) => a.row - b.row || a.from - b.from);
  return spans.some((span, i) => span.row === spans[i - 1]?.row && span.from < (spans[i - 1]?.to ?? 0));
}

const halfOf = (edge: ScopeEdge, chip: boolean): number => (chip && edge.label ? edge.label.width / 2 : 2);

function ranked(skeleton: Skeleton, core: readonly string[]): Ranking {
  const graph = new Graph<object, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ranker: 'tight-tree', align: 'UL', nodesep: COLUMN_GAP, edgesep: 20, ranksep: HALF_GAP * 2 });
  for (const box of skeleton.boxes) graph.setNode(box.id, { width: box.width, height: box.height });
  const spine = new Map(skeleton.spine.map((id, i) => [id, i]));
  for (const edge of [...skeleton.column, ...skeleton.ghost]) {
    const onSpine = edge.kind !== 'catch' && spine.has(edge.source) && spine.get(edge.target) === (spine.get(edge.source) ?? 0) + 1;
    graph.setEdge(edge.source, edge.target, edgeLabel(edge, onSpine, skeleton.ghost), edge.id);
  }
  dagreLayout(graph, core.length > 0 ? { corePath: [...core] } : {});
  const mirror = spineIsRight(skeleton, graph) ? -1 : 1;
  const boxes = skeleton.boxes.map((box): RankedBox => {
    const node = graph.node(box.id);
    return { ...box, row: node?.rank ?? 0, cx: mirror * (node?.x ?? 0) };
  });
  const rowOf = new Map(boxes.map((box) => [box.id, box.row]));
  const column = skeleton.column.map((edge) => columnEdge(edge, graph.edge(edge.source, edge.target, edge.id), rowOf.get(edge.source) ?? 0, mirror));
  return { boxes, rows: Math.max(-1, ...boxes.map((box) => box.row)) + 1, column, beside: skeleton.beside };
}

/** The main path belongs left, what branches off it right; dagre has no opinion on that. */
function spineIsRight(skeleton: Skeleton, graph: Graph<object, NodeLabel, EdgeLabel>): boolean {
  const spine = new Set(skeleton.spine);
  const mean = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (graph.node(id)?.x ?? 0), 0) / ids.length;
  const [on, off] = [skeleton.boxes.filter((box) => spine.has(box.id)), skeleton.boxes.filter((box) => !spine.has(box.id))];
  return off.length > 0 && mean(on.map((box) => box.id)) > mean(off.map((box) => box.id));
}

function edgeLabel(edge: ScopeEdge, onSpine: boolean, ghosts: readonly ScopeEdge[]): EdgeLabel {
  const chip = edge.label && !ghosts.includes(edge) ? { width: edge.label.width + 12, height: CHIP.height, labelpos: 'c' as const } : {};
  const weight = onSpine ? 8 : edge.kind === 'catch' ? 1 : ghosts.includes(edge) ? 0 : 2;
  return { weight, ...chip };
}

/** dagre's points but the first and last are the edge's places in each row between its ends; the label's own is one of them. */
function columnEdge(edge: ScopeEdge, found: EdgeLabel | undefined, sourceRow: number, mirror: number): ColumnEdge {
  const inner = (found?.points ?? []).slice(1, -1);
  const middle = edge.label && found?.x !== undefined ? nearest(inner, found.y ?? 0) : -1;
  return { edge, via: inner.map((point, i) => ({ row: sourceRow + 1 + i, x: mirror * point.x, chip: i === middle })) };
}

function nearest(points: readonly { readonly y: number }[], y: number): number {
  let best = 0;
  points.forEach((point, i) => {
    if (Math.abs(point.y - y) < Math.abs((points[best]?.y ?? 0) - y)) best = i;
  });
  return best;
}
