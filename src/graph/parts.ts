import type { RankedBox, Ranking, ScopeEdge } from './scopeTypes.ts';
import { COLUMN_GAP } from './sizes.ts';
import type { Skeleton } from './skeleton.ts';

/** dagre leaves every second row to chips. */
const ROW_STEP = 2;

/**
 * What hangs together by edges, the start's part first, then by name. Parts are laid out apart: together, dagre would draw the start
 * towards states that it does not lead to.
 */
export function partsOf(skeleton: Skeleton): readonly Skeleton[] {
  const edges = [...skeleton.column, ...skeleton.ghost, ...skeleton.beside];
  const rootOf = roots(skeleton.boxes.map((box) => box.id), edges);
  const [first, ...others] = skeleton.boxes.map((box) => box.id);
  if (first === undefined) return [skeleton];
  // By name behind the start's own, so that the order of keys moves nothing.
  const order = [...new Set([first, ...others.toSorted()].map(rootOf))];
  if (order.length === 1) return [skeleton];
  return order.map((root) => {
    const inside = (edge: ScopeEdge): boolean => rootOf(edge.source) === root;
    const spine = skeleton.spine.filter((id) => rootOf(id) === root);
    return {
      ...skeleton, spine,
      boxes: skeleton.boxes.filter((box) => rootOf(box.id) === root),
      column: skeleton.column.filter(inside), ghost: skeleton.ghost.filter(inside), beside: skeleton.beside.filter(inside),
    };
  });
}

/** Union by edges; the answer names one box of each part. */
function roots(ids: readonly string[], edges: readonly ScopeEdge[]): (id: string) => string {
  const up = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let above = up.get(at); above !== undefined && above !== at; above = up.get(at)) {
      up.set(at, up.get(above) ?? above);
      at = above;
    }
    return at;
  };
  for (const edge of edges) up.set(find(edge.target), find(edge.source));
  return find;
}

/** The parts from left to right. All but the first begin one row lower, beside the first states: the start marker stands alone. */
export function sideBySide(parts: readonly Ranking[]): Ranking {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first ?? { boxes: [], rows: 0, column: [], beside: [] };
  let right = extent(first).to;
  const moved = others.map((part) => {
    const { from, to } = extent(part);
    const dx = right + COLUMN_GAP - from;
    right = to + dx;
    return shifted(part, dx);
  });
  const all = [first, ...moved];
  return { boxes: all.flatMap((part) => part.boxes), rows: Math.max(...all.map((part) => part.rows)), column: all.flatMap((part) => part.column), beside: all.flatMap((part) => part.beside) };
}

function extent({ boxes, column }: Ranking): { readonly from: number; readonly to: number } {
  const spans = [
    ...boxes.map((box) => ({ from: box.cx - box.width / 2, to: box.cx + box.width / 2 })),
    ...column.flatMap(({ edge, via }) => via.map((pass) => ({ from: pass.x - (edge.label?.width ?? 0) / 2, to: pass.x + (edge.label?.width ?? 0) / 2 }))),
  ];
  return { from: Math.min(...spans.map((span) => span.from)), to: Math.max(...spans.map((span) => span.to)) };
}

const shifted = (part: Ranking, dx: number): Ranking => ({
  ...part,
  rows: part.rows + ROW_STEP,
  boxes: part.boxes.map((box): RankedBox => ({ ...box, row: box.row + ROW_STEP, cx: box.cx + dx })),
  column: part.column.map((edge) => ({ ...edge, via: edge.via.map((pass) => ({ ...pass, row: pass.row + ROW_STEP, x: pass.x + dx })) })),
});
