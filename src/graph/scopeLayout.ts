import { partsOf, sideBySide } from './parts.ts';
import { orderedPorts } from './ports.ts';
import { rank } from './rank.ts';
import { routeBeside } from './routeBeside.ts';
import { reserveChips, routeColumn } from './routeColumn.ts';
import { Rows } from './rows.ts';
import { tracksOf, type Height, type Route } from './routes.ts';
import type { LabelBox, Point, Ranking, RoutedEdge, ScopeInput, ScopeLayout } from './scopeTypes.ts';
import { CHIP, CHIP_GAP, ROW_GAP } from './sizes.ts';
import { skeletonOf, type Part } from './skeleton.ts';
import { trackEnds } from './trackEnds.ts';
import { placeTracks, type PlacedTracks } from './tracks.ts';

/** Places one scope, each of its parts for itself. */
export function layoutScope(input: ScopeInput): ScopeLayout {
  if (input.boxes.length === 0) return { width: 0, height: 0, at: new Map(), edges: [] };
  const start = input.boxes.find((box) => box.id === input.start);
  return sideBySide(partsOf(input).map((part) => layoutPart(part, input)), (start?.height ?? 0) + input.startGap);
}

/**
 * Ranking says rows and columns, the router draws right-angled lines in the gaps between them, and only then rows get their
 * heights. So there is room for every line and chip, and no line meets a card.
 */
function layoutPart(part: Part, input: ScopeInput): ScopeLayout {
  const ranking = rank(skeletonOf(part));
  const rows = new Rows(ranking);
  const plain = new Set(part.edges.filter((edge) => edge.kind !== 'catch').map((edge) => edge.target));
  const leftBelow = new Set(ranking.column.flatMap(({ edge }) => (edge.kind === 'catch' ? [] : [edge.source])));
  reserveChips(ranking.column, rows);
  const routes = [...ranking.column.map((edge) => routeColumn(edge, rows, leftBelow)), ...routeBeside(ranking.beside, rows, plain)];
  return resolve(ranking, routes, input);
}

interface Heights {
  readonly row: readonly { readonly top: number; readonly height: number }[];
  readonly gap: ReadonlyMap<number, { readonly top: number; readonly height: number }>;
}

function heightsOf(ranking: Ranking, routes: readonly Route[], tracks: PlacedTracks, input: ScopeInput): Heights {
  const tall = Array.from({ length: ranking.rows }, () => 0);
  const raise = (row: number, height: number): void => void (tall[row] = Math.max(tall[row] ?? 0, height));
  for (const box of ranking.boxes) raise(box.row, box.height);
  for (const route of routes) if (route.chip?.on === 'row') raise(route.chip.row, CHIP.height);
  // The way from the start marker is short: nothing but its one line is there.
  const start = ranking.boxes.find((box) => box.id === input.start);
  const least = (r: number): number => {
    if (r < 0 || r >= ranking.rows - 1) return 0;
    if (r === start?.row) return input.startGap;
    if (ranking.chipRows.has(r)) return CHIP_GAP.below;
    return ranking.chipRows.has(r + 1) ? CHIP_GAP.above : ROW_GAP;
  };
  const gap = new Map<number, { top: number; height: number }>();
  const row: { top: number; height: number }[] = [];
  let y = 0;
  for (let r = -1; r < ranking.rows; r += 1) {
    if (r >= 0) row.push({ top: y, height: tall[r] ?? 0 });
    y += r >= 0 ? (tall[r] ?? 0) : 0;
    const height = Math.max(tracks.heights.get(r) ?? 0, least(r));
    gap.set(r, { top: y, height });
    y += height;
  }
  return { row, gap };
}

function resolve(ranking: Ranking, routes: readonly Route[], input: ScopeInput): ScopeLayout {
  const boxes = new Map(ranking.boxes.map((box) => [box.id, box]));
  const tracks = placeTracks(tracksOf(routes), trackEnds(routes, (box) => boxes.get(box)?.row ?? 0));
  const ports = orderedPorts(routes, boxes);
  const heights = heightsOf(ranking, routes, tracks, input);
  const y = (height: Height): number => {
    if (height.at === 'track') {
      const gap = heights.gap.get(height.track.gap);
      return gap ? gap.top + tracks.offset(height.track, gap.height) : 0;
    }
    const box = boxes.get(height.box);
    const top = heights.row[box?.row ?? 0]?.top ?? 0;
    if (height.at === 'top') return top;
    return height.at === 'bottom' ? top + (box?.height ?? 0) - (box?.foot ?? 0) : top + Math.min(box?.height ?? 0, MIDDLE_OF) / 2 + (ports.get(height) ?? height.dy ?? 0);
  };
  const at = new Map(ranking.boxes.map((box) => [box.id, { x: box.cx - box.width / 2, y: heights.row[box.row]?.top ?? 0 }]));
  const edges = routes.map((route): RoutedEdge => {
    const label = chipBox(route, heights, y);
    return { edge: route.edge, points: withoutRepeats(route.corners.map((corner) => ({ x: corner.x, y: y(corner.y) }))), ...(label ? { label } : {}) };
  });
  return fromCorner(ranking.boxes, at, edges);
}

/** Lines reach a tall box beside its head, where its name is. */
const MIDDLE_OF = 56;

function chipBox(route: Route, heights: Heights, y: (height: Height) => number): LabelBox | undefined {
  const { edge, chip } = route;
  if (!edge.label || !chip) return undefined;
  const row = chip.on === 'row' ? heights.row[chip.row] : undefined;
  const middle = chip.on === 'line' ? y(chip.y) : (row?.top ?? 0) + Math.min(row?.height ?? 0, MIDDLE_OF) / 2;
  return { text: edge.label.text, x: chip.x - edge.label.width / 2, y: middle - CHIP.height / 2, width: edge.label.width, height: CHIP.height };
}

/** Corners that lie on each other, or in the middle of a straight stretch, say nothing. */
function withoutRepeats(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && Math.abs(last.x - point.x) < 0.5 && Math.abs(last.y - point.y) < 0.5) continue;
    const straight = before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Moves everything so that the scope begins at 0, 0, and measures it. */
function fromCorner(boxes: Ranking['boxes'], at: ReadonlyMap<string, Point>, edges: readonly RoutedEdge[]): ScopeLayout {
  let [least, lowest, most, highest] = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (x: number, y: number): void => {
    if (x < least) least = x;
    if (x > most) most = x;
    if (y < lowest) lowest = y;
    if (y > highest) highest = y;
  };
  for (const box of boxes) {
    const { x, y } = at.get(box.id) ?? { x: 0, y: 0 };
    see(x, y);
    see(x + box.width, y + box.height);
  }
  for (const { points, label } of edges) {
    for (const point of points) see(point.x, point.y);
    if (label) see(label.x, label.y);
    if (label) see(label.x + label.width, label.y + label.height);
  }
  const [left, top] = [Math.floor(least), Math.floor(lowest)];
  const move = ({ x, y }: Point): Point => ({ x: Math.round(x - left), y: Math.round(y - top) });
  return {
    width: Math.ceil(most) - left,
    height: Math.ceil(highest) - top,
    at: new Map([...at].map(([id, point]) => [id, move(point)])),
    edges: edges.map(({ edge, points, label }) => (label ? { edge, points: points.map(move), label: { ...label, ...move(label) } } : { edge, points: points.map(move) })),
  };
}
