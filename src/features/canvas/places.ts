import type { Pointer, StateId } from '../../asl/names.ts';
import type { Graph, Layout, PlacedNode } from '../../graph/types.ts';
import type { At, Place } from './canvasUi.ts';
import { distanceTo } from './edgePath.ts';

/** Inserting on an edge changes the field that makes it; an end edge has none, so the new state goes behind the last one. */
export function placeOnEdge(edge: { readonly id: string; readonly field?: Pointer | undefined }, after: StateId | undefined): Place | null {
  if (edge.field !== undefined) return { kind: 'edge', edge: edge.id, field: edge.field };
  return after === undefined ? null : { kind: 'after', state: after, edge: edge.id };
}

/** A drop this near to a line means the line, in canvas pixels. */
const NEAR = 22;

/**
 * Where a state dropped at `at` would go: into the nearest line, else into the container under it (the branch, in a Parallel),
 * else onto the canvas. `scale` turns the reach into screen pixels.
 */
export function placeAt(graph: Graph, layout: Layout, at: At, scale: number): Place {
  const byEdge = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const stateOf = new Map(graph.nodes.map((node) => [node.id, node.data.stateId]));
  let least = NEAR / Math.max(scale, 0.25);
  let nearest: Place | null = null;
  for (const placed of layout.edges) {
    const edge = byEdge.get(placed.id);
    const distance = distanceTo(placed.points, at);
    if (!edge || distance >= least) continue;
    const place = placeOnEdge(edge, stateOf.get(edge.source));
    if (!place) continue;
    least = distance;
    nearest = place;
  }
  return nearest ?? scopeAt(graph, layout, at) ?? { kind: 'canvas' };
}

const inside = (node: PlacedNode, at: At): boolean => at.x >= node.x && at.x <= node.x + node.width && at.y >= node.y && at.y <= node.y + node.height;

/** Containers come before what they hold, so the last that holds the point is the innermost. */
function scopeAt(graph: Graph, layout: Layout, at: At): Place | null {
  const containers = new Set(graph.nodes.flatMap((node) => (node.data.kind === 'container' ? [node.id] : [])));
  const container = layout.nodes.findLast((node) => containers.has(node.id) && inside(node, at));
  if (!container) return null;
  const lane = layout.lanes[container.id]?.findIndex((one) => at.x >= container.x + one.x && at.x < container.x + one.x + one.width) ?? 0;
  const scopes = graph.nodes.filter((node) => node.data.kind === 'start' && node.parent === container.id);
  const scope = scopes[Math.max(0, lane)];
  return scope ? { kind: 'into', scope: scope.data.pointer, node: container.id } : null;
}
