import { groupBy } from './groupBy.ts';
import type { Corner, Height, Route } from './routes.ts';
import { levelOf } from './trackEnds.ts';

/** Where a line stands at the side of a box: how far out it turns, and whether it goes up or down there. */
interface Port {
  readonly height: Extract<Height, { readonly box: string }>;
  readonly side: 'left' | 'right';
  /** From the middle of the box. */
  readonly out: number;
  readonly up: boolean;
}
/** Lines of one side that share a height. */
interface Shared {
  readonly dy: number;
  readonly ports: readonly Port[];
}

/**
 * Ports are taken in the order in which lines are drawn; here those of one side change places where lines would cross beside the card.
 * What goes up lies over what goes down; of two that go down the one that goes further out lies higher, of two that go up it lies lower.
 */
export function orderedPorts(routes: readonly Route[], boxes: ReadonlyMap<string, { readonly row: number; readonly cx: number }>): ReadonlyMap<Height, number> {
  const level = levelOf((box) => boxes.get(box)?.row ?? 0);
  const ports = routes.flatMap(({ corners }) => [portOf(corners, boxes, level), portOf(corners.toReversed(), boxes, level)].filter((port) => port !== null));
  const moved = new Map<Height, number>();
  for (const [, own] of groupBy(ports, ({ height, side }) => `${side} ${height.box}`)) {
    const shared = [...groupBy(own, ({ height }) => height.dy ?? 0)].map(([dy, at]): Shared => ({ dy, ports: at }));
    if (shared.length < 2) continue;
    const before = shared.toSorted((a, b) => a.dy - b.dy);
    const after = before.toSorted(fromTop);
    if (crossings(after) >= crossings(before)) continue;
    after.forEach((one, i) => one.ports.forEach((port) => moved.set(port.height, before[i]?.dy ?? one.dy)));
  }
  return moved;
}

/** Null: it does not begin at a side, or does not turn. */
function portOf([from, turn, next]: readonly Corner[], boxes: ReadonlyMap<string, { readonly cx: number }>, level: (corner: Corner) => number): Port | null {
  if (!from || !turn || !next || from.y.at !== 'middle' || turn.y !== from.y) return null;
  const out = turn.x - (boxes.get(from.y.box)?.cx ?? 0);
  const by = level(next) - level(from);
  // To a card of the same row it neither rises nor falls by more than a port.
  return by === 0 ? null : { height: from.y, side: out > 0 ? 'right' : 'left', out: Math.abs(out), up: by < 0 };
}

/** Upwards before downwards; upwards the near one first, downwards the far one. Lines that share a height go with the nearest of them. */
function fromTop(a: Shared, b: Shared): number {
  const [first, second] = [nearest(a), nearest(b)];
  if (first.up !== second.up) return first.up ? -1 : 1;
  return first.up ? first.out - second.out : second.out - first.out;
}

const nearest = ({ ports }: Shared): Pick<Port, 'out' | 'up'> => ports.reduce<Pick<Port, 'out' | 'up'>>((near, port) => (port.out < near.out ? port : near), { out: Infinity, up: false });

/** Of lines that leave one side at these heights, from the top. */
function crossings(order: readonly Shared[]): number {
  let sum = 0;
  order.forEach((upper, i) => {
    for (const lower of order.slice(i + 1)) for (const a of upper.ports) for (const b of lower.ports) if ((!a.up && a.out < b.out) || (b.up && b.out < a.out)) sum += 1;
  });
  return sum;
}
