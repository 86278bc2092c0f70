import { groupBy } from './groupBy.ts';
import { layout } from './layout.ts';
import type { Graph, GraphNode, Layout, PlacedEdge, PlacedNode } from './types.ts';

/** Between the branches of a Parallel whose inside is all that is shown. */
const GAP = 96;

/**
 * `layout`, also of a graph with several beginnings (`collapse` makes one of a Parallel's inside): each is laid out for itself, and
 * they stand side by side.
 */
export function layoutRoots(graph: Graph): Layout {
  const roots = graph.nodes.filter((node) => node.data.kind === 'start' && node.parent === undefined);
  if (roots.length < 2) return layout(graph);
  let x = 0;
  const parts = split(graph, roots).map((part, i) => {
    const laid = layout(part);
    const { left, right } = extent(laid);
    const moved = shifted(laid, i === 0 ? 0 : x - left);
    x = (i === 0 ? right : x + right - left) + GAP;
    return moved;
  });
  return { nodes: parts.flatMap((part) => part.nodes), edges: parts.flatMap((part) => part.edges), lanes: Object.assign({}, ...parts.map((part) => part.lanes)) as Layout['lanes'] };
}

function split(graph: Graph, roots: readonly GraphNode[]): Graph[] {
  const rootOf = new Map<string, string>();
  const scopes = new Map(roots.map((root) => [root.data.pointer as string, root.id]));
  for (const node of graph.nodes) {
    const outer = node.parent === undefined ? scopes.get(node.data.kind === 'start' ? node.data.pointer : scopeOf(node.data.pointer)) : rootOf.get(node.parent);
    if (outer !== undefined) rootOf.set(node.id, outer);
  }
  const nodes = groupBy(graph.nodes, (node) => rootOf.get(node.id));
  const edges = groupBy(graph.edges, (edge) => rootOf.get(edge.source));
  return roots.map((root) => ({ nodes: nodes.get(root.id) ?? [], edges: edges.get(root.id) ?? [] }));
}

/** `/States/Ship/Branches/0/States/Pack` stands in `/States/Ship/Branches/0`. */
const scopeOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/', pointer.lastIndexOf('/') - 1));

function extent({ nodes, edges }: Layout): { left: number; right: number } {
  let [left, right] = [Infinity, -Infinity];
  for (const node of nodes) [left, right] = [Math.min(left, node.x), Math.max(right, node.x + node.width)];
  for (const { points, label } of edges) {
    for (const point of points) [left, right] = [Math.min(left, point.x), Math.max(right, point.x)];
    if (label) [left, right] = [Math.min(left, label.x), Math.max(right, label.x + label.width)];
  }
  return left === Infinity ? { left: 0, right: 0 } : { left, right };
}

/** Lanes are told from their container's corner, so they stay as they are. */
function shifted({ nodes, edges, lanes }: Layout, by: number): Layout {
  if (by === 0) return { nodes, edges, lanes };
  return {
    nodes: nodes.map((node): PlacedNode => ({ ...node, x: node.x + by })),
    edges: edges.map((edge): PlacedEdge => ({ ...edge, points: edge.points.map(({ x, y }) => ({ x: x + by, y })), ...(edge.label ? { label: { ...edge.label, x: edge.label.x + by } } : {}) })),
    lanes,
  };
}
