import type { Layout, PlacedEdge } from '../../src/graph/types.ts';

export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Line = readonly { readonly x: number; readonly y: number }[];
export interface Picture {
  readonly boxes: readonly Box[];
  readonly lines: readonly { readonly source: string; readonly target: string; readonly points: Line }[];
  readonly labels: readonly Omit<Box, 'id'>[];
}
export interface Measures {
  readonly crossings: number;
  readonly length: number;
  readonly area: number;
}

export const measuresOf = (picture: Picture): Measures => ({ crossings: crossings(picture), length: length(picture), area: area(picture) });

export const sum = (all: readonly Measures[]): Measures =>
  all.reduce((a, b) => ({ crossings: a.crossings + b.crossings, length: a.length + b.length, area: a.area + b.area }), { crossings: 0, length: 0, area: 0 });

/** Points where two lines properly cross. Lines that lie on each other do not: they join, or are told apart by where they part. */
function crossings({ lines }: Picture): number {
  const pieces = lines.flatMap(({ points }, line) => points.slice(1).map((to, i) => ({ line, from: points[i] ?? to, to })));
  let found = 0;
  const seen = new Set<string>();
  pieces.forEach((a, i) => {
    for (const b of pieces.slice(i + 1)) {
      if (a.line === b.line || !cross(a, b)) continue;
      // Edges that share a line cross another one together: to the eye that is one crossing.
      const at = meeting(a, b);
      if (seen.has(at)) continue;
      seen.add(at);
      found += 1;
    }
  });
  return found;
}

interface Piece {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}
const turn = (a: Piece['from'], b: Piece['from'], c: Piece['from']): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
const cross = (a: Piece, b: Piece): boolean => turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) < 0 && turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) < 0;

function meeting(a: Piece, b: Piece): string {
  const [p, q] = [turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)];
  const part = p / (p - q);
  return `${Math.round(a.from.x + part * (a.to.x - a.from.x))},${Math.round(a.from.y + part * (a.to.y - a.from.y))}`;
}

const length = ({ lines }: Picture): number =>
  lines.reduce((total, { points }) => total + points.slice(1).reduce((way, to, i) => way + Math.hypot(to.x - (points[i]?.x ?? 0), to.y - (points[i]?.y ?? 0)), 0), 0);

function area({ boxes, lines, labels }: Picture): number {
  const xs = [...boxes, ...labels].flatMap((box) => [box.x, box.x + box.width]);
  const ys = [...boxes, ...labels].flatMap((box) => [box.y, box.y + box.height]);
  for (const { points } of lines) {
    xs.push(...points.map((point) => point.x));
    ys.push(...points.map((point) => point.y));
  }
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

export interface ScopeEdges {
  readonly boxes: readonly Box[];
  readonly edges: readonly PlacedEdge[];
}

/** What stands directly in the machine, a branch or a processor. A state's end dot belongs to its box, for both sides alike. */
export function scopesOf({ nodes, edges }: Layout): ScopeEdges[] {
  const foot = new Map(nodes.flatMap((node) => (node.id.startsWith('#end') ? [[node.id.slice('#end'.length), node.y + node.height] as const] : [])));
  const scopes = new Map<string, { boxes: Box[]; edges: PlacedEdge[] }>();
  const at = (id: string) => {
    const key = id.startsWith('#start') ? id.slice('#start'.length) : id.slice(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1));
    const scope = scopes.get(key) ?? { boxes: [], edges: [] };
    scopes.set(key, scope);
    return scope;
  };
  for (const node of nodes) if (!node.id.startsWith('#end')) at(node.id).boxes.push({ ...node, height: (foot.get(node.id) ?? node.y + node.height) - node.y });
  for (const edge of edges) if (edge.kind !== 'end') at(edge.source).edges.push(edge);
  return [...scopes.values()];
}

export const ours = ({ boxes, edges }: ScopeEdges): Picture => ({ boxes, lines: edges, labels: edges.flatMap((edge) => (edge.label ? [edge.label] : [])) });
