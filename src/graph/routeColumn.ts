import type { Corner, Route } from './routes.ts';
import { edgeOf, type Rows, type Side } from './rows.ts';
import type { ColumnEdge, RankedBox, ScopeEdge } from './scopeTypes.ts';
import { CARD, COLUMN_GAP } from './sizes.ts';
import type { Track } from './Track.ts';

interface Pass {
  readonly row: number;
  x: number;
  readonly chip: boolean;
}

/** Keeps the places of all chips, before the first edge looks for a straighter way. */
export function reserveChips(edges: readonly ColumnEdge[], rows: Rows): void {
  for (const { edge, via } of edges) for (const pass of via) if (pass.chip) rows.occupy(pass.row, { ...around(pass, edge), edge: edge.id });
}

/** Routes an edge that runs down through the columns which the ranking kept free for it. `leftBelow`: boxes whose ordinary way leaves downwards. */
export function routeColumn({ edge, via }: ColumnEdge, rows: Rows, leftBelow: ReadonlySet<string>): Route {
  const source = rows.box(edge.source);
  const target = rows.box(edge.target);
  const passes: Pass[] = via.map((pass) => ({ ...pass }));
  for (const pass of passes) if (pass.chip) rows.release(pass.row, edge.id);
  straighten(passes, target.cx, rows, (edge.label?.width ?? 0) / 2);
  for (const pass of passes) rows.occupy(pass.row, around(pass, edge));
  const chip = passes.find((pass) => pass.chip);
  const corners = leave(edge, source, passes[0]?.x ?? target.cx, rows, leftBelow);
  corners.push(...descend(edge, source, corners.at(-1)?.x ?? source.cx, passes, target));
  return { edge, corners, ...(chip ? { chip: { on: 'row', row: chip.row, x: chip.x } } : {}) };
}

const around = (pass: Pass, edge: ScopeEdge): { from: number; to: number } => {
  const half = pass.chip && edge.label ? edge.label.width / 2 : 2;
  return { from: pass.x - half, to: pass.x + half };
};

/** Rows without boxes are only passed: a line, with its chip, moves to where it bends once instead of twice, if that is free. */
function straighten(passes: Pass[], targetX: number, rows: Rows, chipHalf: number): void {
  const free = (pass: Pass, x: number): boolean => !rows.hasBoxes(pass.row) && rows.clearAt(pass.row, x, pass.chip ? chipHalf + 8 : 8);
  const first = passes[0];
  if (first) {
    const x = passes[1]?.x ?? targetX;
    if (free(first, x)) first.x = x;
  }
  for (let i = 1; i < passes.length; i += 1) {
    const [before, pass] = [passes[i - 1], passes[i]];
    if (before && pass && free(pass, before.x)) pass.x = before.x;
  }
}

/** From the lower edge, or from the side when the way there is open: then the corner is beside the card. */
function leave(edge: ScopeEdge, source: RankedBox, x: number, rows: Rows, leftBelow: ReadonlySet<string>): Corner[] {
  // An error that has the lower edge for itself, and its handler right below, goes straight down.
  if (edge.kind === 'catch' && Math.abs(x - source.cx) < 0.5 && source.foot === undefined && !leftBelow.has(source.id)) return [{ x: source.cx, y: { at: 'bottom', box: source.id } }];
  const side: Side = x < source.cx ? 'left' : 'right';
  const from = edgeOf(source, side);
  const outside = side === 'right' ? x > from + 16 : x < from - 16;
  const branches = edge.kind === 'choice' || edge.kind === 'default' || edge.kind === 'catch';
  const [low, high] = side === 'right' ? [from, x + 8] : [x - 8, from];
  if (edge.kind === 'catch' && isTall(source)) return [fromBelow(source, side)];
  if (branches && outside && rows.clearOfBoxes(source.row, low, high, source.id) && rows.clearAt(source.row, x, 6, source.id)) {
    let dy = 0;
    if (edge.kind === 'catch') dy = rows.port(source.id, side);
    else rows.takeMiddle(source.id, side);
    rows.occupy(source.row, { from: x - 2, to: x + 2 });
    const y = { at: 'middle' as const, box: source.id, dy };
    return [{ x: from, y }, { x, y }];
  }
  if (edge.kind !== 'catch') return [{ x: source.cx, y: { at: 'bottom', box: source.id } }];
  return besideOrBelow(source, side, rows);
}

/** Beside a container an error would run down its whole height, so it leaves from the lower edge. */
export const isTall = (box: RankedBox): boolean => box.height - (box.foot ?? 0) > 2 * CARD.height;

export const fromBelow = (source: RankedBox, side: Side): Corner => ({ x: source.cx + (side === 'right' ? 1 : -1) * Math.min(56, source.width / 4), y: { at: 'bottom', box: source.id } });

/** An error leaves by the side and turns down right beside its card; where even that is taken, from the lower edge. */
export function besideOrBelow(source: RankedBox, side: Side, rows: Rows): Corner[] {
  const sign = side === 'right' ? 1 : -1;
  const from = edgeOf(source, side);
  const turn = from + (sign * COLUMN_GAP) / 2;
  if (!rows.clearAt(source.row, turn, 10, source.id)) return [fromBelow(source, side)];
  rows.occupy(source.row, { from: turn - 2, to: turn + 2 });
  const y = { at: 'middle' as const, box: source.id, dy: rows.port(source.id, side) };
  return [{ x: from, y }, { x: turn, y }];
}

/** Down from row to row, with a stretch in the gap wherever the next place lies aside. */
function descend(edge: ScopeEdge, source: RankedBox, from: number, passes: readonly Pass[], target: RankedBox): Corner[] {
  const corners: Corner[] = [];
  const group = edge.kind === 'catch' ? 'catch' : 'path';
  let row = source.row;
  let x = from;
  const bend = (to: number, key: string): void => {
    if (Math.abs(to - x) < 0.5) return;
    const track: Track = { gap: row, from: Math.min(x, to), to: Math.max(x, to), key, tall: false };
    corners.push({ x, y: { at: 'track', track } }, { x: to, y: { at: 'track', track } });
    x = to;
  };
  passes.forEach((pass, i) => {
    bend(pass.x, i === 0 ? `from ${edge.source} ${group}` : edge.id);
    row = pass.row;
  });
  bend(target.cx, `to ${edge.target} ${group}`);
  corners.push({ x: target.cx, y: { at: 'top', box: target.id } });
  return corners;
}
