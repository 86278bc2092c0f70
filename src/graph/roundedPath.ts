import type { PlacedEdge } from './types.ts';

type Points = PlacedEdge['points'];
type At = Points[number];

const RADIUS = 8;
const HEAD = { length: 7, half: 4 } as const;

/** A right-angled line with rounded corners, as SVG path data. */
export function roundedPath(points: Points): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return rest.reduce((d, here, i) => {
    const next = rest[i + 1];
    if (!next) return `${d}L${at(here)}`;
    return `${d}L${at(toward(here, points[i] ?? here))}Q${at(here)} ${at(toward(here, next))}`;
  }, `M${at(first)}`);
}

/** The three corners of an arrow head at the end of the line. */
export function headOf(points: Points): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return '';
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const back = { x: end.x - HEAD.length * dx, y: end.y - HEAD.length * dy };
  return `M${at(end)}L${at({ x: back.x + HEAD.half * dy, y: back.y + HEAD.half * dx })}L${at({ x: back.x - HEAD.half * dy, y: back.y - HEAD.half * dx })}Z`;
}

/**
 * A short stroke across the line that is taken when nothing else is, as BPMN draws it: just before its chip, because at its beginning
 * other lines may lie on it.
 */
export function slashBefore(chip: NonNullable<PlacedEdge['label']>, points: Points): string {
  const [cx, cy] = [chip.x + chip.width / 2, chip.y + chip.height / 2];
  const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) - 1 && value <= Math.max(a, b) + 1;
  const i = points.findIndex((from, n) => {
    const to = points[n + 1];
    return to !== undefined && between(cx, from.x, to.x) && between(cy, from.y, to.y);
  });
  const [from, to] = [points[i], points[i + 1]];
  if (!from || !to) return '';
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const [x, y] = [cx - dx * (chip.width / 2 + 6), cy - dy * (chip.height / 2 + 6)];
  return `M${x - 4} ${y + 3}L${x + 4} ${y - 3}`;
}

function toward(from: At, to: At): At {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const part = length === 0 ? 0 : Math.min(RADIUS, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

const at = ({ x, y }: At): string => `${short(x)} ${short(y)}`;
const short = (value: number): number => Math.round(value * 100) / 100;
