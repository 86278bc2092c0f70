import type { PlacedEdge } from '../../graph/types.ts';

type Points = PlacedEdge['points'];
interface At {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 8;
const HEAD = { length: 7, half: 4, inset: 5 } as const;

/** A right-angled line with rounded corners; it ends where the arrow head begins to be wide. */
export function linePath(points: Points, head: boolean): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M${first.x} ${first.y}`;
  rest.forEach((here, i) => {
    const before = points[i] ?? here;
    const next = rest[i + 1];
    if (!next) {
      const end = head ? toward(here, before, HEAD.inset) : here;
      d += `L${end.x} ${end.y}`;
      return;
    }
    const [a, b] = [toward(here, before, RADIUS), toward(here, next, RADIUS)];
    d += `L${a.x} ${a.y}Q${here.x} ${here.y} ${b.x} ${b.y}`;
  });
  return d;
}

/** A part of a dashed line, and where in the dashes it begins. */
export interface DashedPiece {
  readonly d: string;
  readonly offset: number;
}

/** Length of a rounded right-angled corner in parts of its legs' mean: a quadratic curve. */
const CORNER = 1.623;

/**
 * The same line drawn from its head: dashes are counted from there, so that those of lines which share a stretch to one target
 * lie on each other instead of filling each other's gaps. In pieces, because a browser works out all dashes of a bent path for
 * every tile of the picture, but of a straight one only those in it: whole, the catch lines of 100 states were most of a pan.
 */
export function dashedPieces(points: Points): DashedPiece[] {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return [];
  const [start, ...rest] = [toward(end, before, HEAD.inset), ...points.slice(0, -1).toReversed()];
  const pieces: DashedPiece[] = [];
  let [at, corner, offset] = [start, start, 0];
  const add = (d: string, length: number): void => {
    pieces.push({ d, offset });
    offset += length;
  };
  rest.forEach((here, i) => {
    const next = rest[i + 1];
    const a = next ? toward(here, corner, RADIUS) : here;
    add(`M${at.x} ${at.y}L${a.x} ${a.y}`, distance(at, a));
    corner = here;
    at = a;
    if (!next) return;
    const b = toward(here, next, RADIUS);
    add(`M${a.x} ${a.y}Q${here.x} ${here.y} ${b.x} ${b.y}`, (CORNER * (distance(a, here) + distance(here, b))) / 2);
    at = b;
  });
  return pieces;
}

const distance = (from: At, to: At): number => Math.hypot(to.x - from.x, to.y - from.y);

/** Moves from `from` towards `to`, at most half the way. */
function toward(from: At, to: At, distance: number): At {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

export function headPoints(points: Points): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return '';
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const { length, half } = HEAD;
  return dx === 0
    ? `${end.x},${end.y} ${end.x - half},${end.y - length * dy} ${end.x + half},${end.y - length * dy}`
    : `${end.x},${end.y} ${end.x - length * dx},${end.y - half} ${end.x - length * dx},${end.y + half}`;
}

/** Middle of the longest stretch that a chip leaves free: where a state can be inserted. */
export function insertPoint(points: Points, chip: PlacedEdge['label']): At {
  let best: At = points[0] ?? { x: 0, y: 0 };
  let longest = -1;
  points.slice(1).forEach((to, i) => {
    const from = points[i] ?? to;
    for (const [a, b] of freeParts(from, to, chip)) {
      const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
      if (length <= longest) continue;
      longest = length;
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    }
  });
  return best;
}

function freeParts(from: At, to: At, chip: PlacedEdge['label']): (readonly [At, At])[] {
  if (!chip) return [[from, to]];
  const inX = chip.x <= Math.max(from.x, to.x) && chip.x + chip.width >= Math.min(from.x, to.x);
  const inY = chip.y <= Math.max(from.y, to.y) && chip.y + chip.height >= Math.min(from.y, to.y);
  if (!inX || !inY) return [[from, to]];
  const vertical = from.x === to.x;
  const cut = (side: 'near' | 'far'): At => {
    const forward = vertical ? to.y > from.y : to.x > from.x;
    const low = (side === 'near') === forward;
    return vertical ? { x: from.x, y: low ? chip.y : chip.y + chip.height } : { x: low ? chip.x : chip.x + chip.width, y: from.y };
  };
  return [[from, cut('near')], [cut('far'), to]];
}

/** Shortest way from a point to the line. */
export function distanceTo(points: Points, at: At): number {
  let least = Infinity;
  points.slice(1).forEach((to, i) => {
    const from = points[i] ?? to;
    const x = Math.min(Math.max(at.x, Math.min(from.x, to.x)), Math.max(from.x, to.x));
    const y = Math.min(Math.max(at.y, Math.min(from.y, to.y)), Math.max(from.y, to.y));
    least = Math.min(least, Math.hypot(at.x - x, at.y - y));
  });
  return least;
}

/** A point that far along the line, at most in the middle of its first stretch. */
export function alongFrom([from, to]: Points, far: number): At {
  return from && to ? toward(from, to, far) : { x: from?.x ?? 0, y: from?.y ?? 0 };
}
