import { groupBy } from './groupBy.ts';
import type { ChipPlace, Corner, Height, Route } from './routes.ts';
import { besideOrBelow, fromBelow, isTall } from './routeColumn.ts';
import { edgeOf, type Rows, type Side } from './rows.ts';
import type { RankedBox, ScopeEdge } from './scopeTypes.ts';
import { LANE } from './sizes.ts';
import type { Track } from './Track.ts';

/** Edges into one target that share a line beside the columns. */
interface Group {
  readonly key: string;
  readonly target: RankedBox;
  readonly errors: boolean;
  readonly sources: readonly Source[];
  readonly first: number;
  readonly last: number;
}
interface Source {
  readonly box: RankedBox;
  readonly edges: readonly ScopeEdge[];
  /** Width of all its chips in a line. */
  readonly chips: number;
}
interface Lane {
  readonly x: number;
  readonly side: Side;
  /** It comes down onto the target's upper edge. */
  readonly fromAbove: boolean;
}

const CHIP_ROOM = 14;
const BLOCKED = 240;

/** Loops, and catches that share a handler: short ways first, so that they lie inside the long ones. */
export function routeBeside(edges: readonly ScopeEdge[], rows: Rows, plainInto: ReadonlySet<string>): Route[] {
  const groups = [...groupBy(edges, (edge) => `${edge.target} ${edge.kind === 'catch' ? 'catch' : 'path'}`)].map(([key, of]) => groupOf(key, of, rows));
  groups.sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first || (a.key < b.key ? -1 : 1));
  return groups.flatMap((group) => routeGroup(group, rows, plainInto.has(group.target.id)));
}

function groupOf(key: string, edges: readonly ScopeEdge[], rows: Rows): Group {
  const target = rows.box(edges[0]?.target ?? '');
  const sources = [...groupBy(edges, (edge) => edge.source)].map(([id, own]): Source => ({
    box: rows.box(id),
    edges: own,
    chips: own.reduce((sum, edge) => sum + (edge.label ? edge.label.width + 8 : 0), 0),
  }));
  let [first, last] = [target.row, target.row];
  const errors = edges[0]?.kind === 'catch';
  for (const { box } of sources) [first, last] = [Math.min(first, leavesBelow(box, target, errors) ? box.row + 1 : box.row), Math.max(last, box.row)];
  return { key, target, errors, sources, first, last };
}

const leavesBelow = (box: RankedBox, target: RankedBox, errors: boolean): boolean => errors && isTall(box) && target.row > box.row;

function routeGroup(group: Group, rows: Rows, plain: boolean): Route[] {
  const lane = chooseLane(group, rows, plain);
  const routes: Route[] = [];
  const entry = enter(group, lane, rows, plain);
  for (const source of group.sources) routes.push(...fromSource(source, lane, entry, group, rows));
  for (let row = group.first; row <= group.last; row += 1) rows.occupy(row, { from: lane.x - 4, to: lane.x + 4 });
  return routes;
}

function chooseLane(group: Group, rows: Rows, plain: boolean): Lane {
  const above = plain ? null : laneAbove(group, rows);
  if (above) return above;
  const options = (['left', 'right'] as const).map((side): Lane & { cost: number } => {
    const sign = side === 'right' ? 1 : -1;
    const outermost = rows.extent(group.first, group.last, side) + sign * LANE;
    let [x, blocked, length] = [outermost, 0, 0];
    for (const source of group.sources) {
      const from = leavesBelow(source.box, group.target, group.errors) ? fromBelow(source.box, side).x + sign * (CHIP_ROOM / 2 + 3) : chipsStart(source, side, rows);
      const reach = from + sign * (source.chips + LANE - CHIP_ROOM / 2);
      x = sign * Math.max(sign * x, sign * reach);
    }
    for (const box of [group.target, ...group.sources.map((source) => source.box)]) {
      if (!sideIsOpen(box, side, x, rows) && !leavesBelow(box, group.target, group.errors)) blocked += 1;
      length += Math.abs(x - edgeOf(box, side));
    }
    // Where both are as good, errors go right and loops left, so that the two are told apart at a glance.
    const habit = group.errors ? side === 'right' : side === 'left';
    return { x, side, fromAbove: false, cost: length + blocked * BLOCKED - (habit ? 60 : 0) };
  });
  const [left, right] = options;
  return left && right && left.cost < right.cost ? left : (right ?? { x: 0, side: 'right', fromAbove: false });
}

/** Straight down onto a handler that stands lower and aside: as a single catch would run. */
function laneAbove(group: Group, rows: Rows): Lane | null {
  const { target } = group;
  const from = group.sources.map((source) => source.box);
  if (from.some((box) => box.row >= target.row)) return null;
  const side: Side = from.every((box) => edgeOf(box, 'right') < target.cx) ? 'right' : 'left';
  const fits = group.sources.every((source) => {
    const edge = edgeOf(source.box, side);
    return (side === 'right') === target.cx > source.box.cx && Math.abs(target.cx - edge) >= Math.abs(chipsStart(source, side, rows) - edge) + source.chips;
  });
  if (!fits || from.some((box) => !sideIsOpen(box, side, target.cx, rows))) return null;
  for (let row = group.first; row < target.row; row += 1) if (!rows.clearAt(row, target.cx, 12)) return null;
  return { x: target.cx, side, fromAbove: true };
}

/** Where the chips beside a box begin: clear of those that stand there already. */
const chipsStart = ({ box, chips }: Source, side: Side, rows: Rows): number => rows.roomForChips(box.row, edgeOf(box, side) + (side === 'right' ? 1 : -1) * (CHIP_ROOM / 2 + 3), side, chips);
const sideIsOpen = (box: RankedBox, side: Side, x: number, rows: Rows): boolean => {
  const from = edgeOf(box, side);
  return rows.clearOfBoxes(box.row, Math.min(from, x), Math.max(from, x), box.id);
};

function fromSource(from: Source, lane: Lane, entry: readonly Corner[], group: Group, rows: Rows): Route[] {
  const { box: source, edges } = from;
  const sign = lane.side === 'right' ? 1 : -1;
  const below = leavesBelow(source, group.target, group.errors);
  const open = !below && sideIsOpen(source, lane.side, lane.x, rows);
  const leave = below ? [fromBelow(source, lane.side)] : open ? [] : besideOrBelow(source, lane.side, rows);
  const x = leave.at(-1)?.x ?? edgeOf(source, lane.side);
  const track: Track = { gap: source.row, from: Math.min(x, lane.x), to: Math.max(x, lane.x), key: `${group.key} from ${source.id}`, tall: edges.some((edge) => edge.label) };
  const y: Height = open ? { at: 'middle', box: source.id, dy: rows.port(source.id, lane.side) } : { at: 'track', track };
  const start: Corner[] = [...leave, { x, y }];
  let chipFrom = open ? chipsStart(from, lane.side, rows) : x + sign * (CHIP_ROOM / 2 + 3);
  return edges.map((edge): Route => {
    const chip = edge.label ? { on: 'line' as const, x: chipFrom + (sign * edge.label.width) / 2, y } satisfies ChipPlace : undefined;
    if (edge.label && open) rows.occupy(source.row, { from: Math.min(x, lane.x), to: Math.max(x, lane.x) });
    if (edge.label) chipFrom += sign * (edge.label.width + 8);
    return { edge, corners: [...start, { x: lane.x, y }, ...entry], ...(chip ? { chip } : {}) };
  });
}

/** The shared end of a group: into the target's side, or round above it where something stands between. */
function enter(group: Group, lane: Lane, rows: Rows, plain: boolean): Corner[] {
  const { target } = group;
  const top: Height = { at: 'top', box: target.id };
  if (lane.fromAbove) return [{ x: target.cx, y: top }];
  if (sideIsOpen(target, lane.side, lane.x, rows)) {
    const y: Height = { at: 'middle', box: target.id, dy: rows.port(target.id, lane.side) };
    return [{ x: lane.x, y }, { x: edgeOf(target, lane.side), y }];
  }
  const x = plain ? target.cx + (lane.side === 'right' ? 1 : -1) * Math.min(56, target.width / 4) : target.cx;
  const track: Track = { gap: target.row - 1, from: Math.min(x, lane.x), to: Math.max(x, lane.x), key: `${group.key} in`, tall: false };
  return [{ x: lane.x, y: { at: 'track', track } }, { x, y: { at: 'track', track } }, { x, y: top }];
}
