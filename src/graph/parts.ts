import type { RoutedEdge, ScopeInput, ScopeLayout, Point } from './scopeTypes.ts';
import { COLUMN_GAP } from './sizes.ts';
import type { Part } from './skeleton.ts';
import { groupBy } from './groupBy.ts';

/**
 * What hangs together by edges, the start's part first, then by name. Parts are laid out apart, so that none moves another's rows.
 */
export function partsOf({ start, boxes, edges }: ScopeInput): readonly Part[] {
  const rootOf = roots(boxes.map((box) => box.id), edges);
  const boxesOf = groupBy(boxes, (box) => rootOf(box.id));
  if (boxesOf.size <= 1) return [{ start, boxes, edges }];
  const edgesOf = groupBy(edges, (edge) => rootOf(edge.source));
  const led = new Set(edges.filter((edge) => edge.source !== edge.target).map((edge) => edge.target));
  const others = boxes.map((box) => box.id).filter((id) => id !== start).toSorted();
  const order = [...new Set([start, ...others].map(rootOf))];
  return order.map((root): Part => {
    const own = boxesOf.get(root) ?? [];
    const names = own.map((box) => box.id).toSorted();
    return { start: names.includes(start) ? start : (names.find((id) => !led.has(id)) ?? names[0] ?? ''), boxes: own, edges: edgesOf.get(root) ?? [] };
  });
}

/** Union by edges; the answer names one box of each part. */
function roots(ids: readonly string[], edges: ScopeInput['edges']): (id: string) => string {
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

/** The start's part, and to its right the others, from the height of its first states on, in lines of a readable length. */
export function sideBySide(parts: readonly ScopeLayout[], firstRow: number): ScopeLayout {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first ?? { width: 0, height: 0, at: new Map(), edges: [] };
  const left = first.width + COLUMN_GAP;
  const area = others.reduce((sum, part) => sum + (part.width + COLUMN_GAP) * (part.height + COLUMN_GAP), 0);
  const widest = Math.max(WIDEST, 1.5 * Math.sqrt(area));
  const at = new Map(first.at);
  const edges: RoutedEdge[] = [...first.edges];
  let [x, y, tall, width, height] = [left, firstRow, 0, first.width, first.height];
  for (const part of others) {
    if (x > left && x + part.width - left > widest) {
      y += tall + COLUMN_GAP;
      [x, tall] = [left, 0];
    }
    const by = { x, y };
    for (const [id, point] of part.at) at.set(id, moved(point, by));
    for (const routed of part.edges) edges.push({ ...routed, points: routed.points.map((point) => moved(point, by)), ...(routed.label ? { label: moved(routed.label, by) } : {}) });
    x += part.width + COLUMN_GAP;
    tall = Math.max(tall, part.height);
    width = Math.max(width, x - COLUMN_GAP);
    height = Math.max(height, y + part.height);
  }
  return { width, height, at, edges };
}

/** Four cards and more beside each other before a new line of parts begins. */
const WIDEST = 1200;

const moved = <P extends Point>(point: P, by: Point): P => ({ ...point, x: point.x + by.x, y: point.y + by.y });
