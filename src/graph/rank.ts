import { placeColumns } from './columns.ts';
import { joinPasses } from './joins.ts';
import { layersOf } from './layers.ts';
import { orderRows } from './order.ts';
import type { ColumnEdge, RankedBox, Ranking } from './scopeTypes.ts';
import type { Skeleton } from './skeleton.ts';

/** Rows, columns and where edges pass between them: Sugiyama's steps after loops are out of the way. */
export function rank(skeleton: Skeleton): Ranking {
  const layers = layersOf(skeleton);
  orderRows(layers);
  joinPasses(layers);
  placeColumns(layers);
  return {
    boxes: layers.boxes.flatMap(({ box, row, x }): RankedBox[] => (box ? [{ ...box, row, cx: x }] : [])),
    rows: layers.rows.length,
    chipRows: layers.chipRows,
    column: layers.chains.map(({ edge, items }): ColumnEdge => ({ edge, via: items.slice(1, -1).map(({ row, x, chip }) => ({ row, x, chip })) })),
    beside: skeleton.beside,
  };
}
