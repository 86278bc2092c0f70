import { groupBy } from './groupBy.ts';
import type { ColumnEdge, RankedBox, Ranking, ScopeBox, ScopeEdge } from './scopeTypes.ts';
import { COLUMN_GAP } from './sizes.ts';
import type { Skeleton } from './skeleton.ts';

/** More boxes in a row than this go on in a further row, so that a wide fan stays readable. */
const WIDEST_ROW = 40;

/**
 * For scopes too big for dagre: a box stands in the row of its longest way from the start, rows are centred. Linear and
 * iterative. Edges to the next row run in the columns, all others beside them.
 */
export function rankByDepth(skeleton: Skeleton): Ranking {
  const byDepth = groupBy(skeleton.boxes, (box) => skeleton.depth.get(box.id) ?? 0);
  const boxes: RankedBox[] = [];
  let row = 0;
  for (const depth of [...byDepth.keys()].toSorted((a, b) => a - b)) {
    const level = byDepth.get(depth) ?? [];
    for (let i = 0; i < level.length; i += WIDEST_ROW) {
      boxes.push(...spread(level.slice(i, i + WIDEST_ROW), row));
      // Every second row is left to chips.
      row += 2;
    }
  }
  const at = new Map(boxes.map((box) => [box.id, box]));
  const near = (edge: ScopeEdge): boolean => (at.get(edge.target)?.row ?? 0) - (at.get(edge.source)?.row ?? 0) === 2;
  const chips = new Set<string>();
  return {
    boxes,
    rows: Math.max(0, row - 1),
    column: skeleton.column.filter(near).map((edge) => throughNextRow(edge, at, chips)),
    beside: [...skeleton.column.filter((edge) => !near(edge)), ...skeleton.beside],
  };
}

function spread(level: readonly ScopeBox[], row: number): RankedBox[] {
  const total = level.reduce((sum, box) => sum + box.width + COLUMN_GAP, -COLUMN_GAP);
  let x = -total / 2;
  return level.map((box) => {
    const cx = x + box.width / 2;
    x += box.width + COLUMN_GAP;
    return { ...box, row, cx };
  });
}

/** One chip stands above each target; further ones would cover it and are left to the tooltip. */
function throughNextRow(edge: ScopeEdge, at: ReadonlyMap<string, RankedBox>, chips: Set<string>): ColumnEdge {
  const target = at.get(edge.target);
  const chip = edge.label !== undefined && !chips.has(edge.target) && edge.label.width < (target?.width ?? 0) + COLUMN_GAP;
  if (chip) chips.add(edge.target);
  return { edge, via: [{ row: (target?.row ?? 1) - 1, x: target?.cx ?? 0, chip }] };
}
