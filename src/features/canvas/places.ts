import type { Target } from '../../asl/commands/placement.ts';
import type { Pointer, StateId } from '../../asl/names.ts';
import type { Graph, Layout, PlacedNode } from '../../graph/types.ts';
import type { At, Place } from './canvasUi.ts';
import { distanceTo } from './edgePath.ts';

/** Inserting on an edge changes the field that makes it; an end edge has none, so the new state goes behind the last one. */
export function placeOnEdge(edge: { readonly id: string; readonly field?: Pointer | undefined }, after: StateId | undefined): Place | null {
  if (edge.field !== undefined) return { kind: 'edge', edge: edge.id, field: edge.field };
  return after === undefined ? null : { kind: 'after', state: after, edge: edge.id };
}

/** The same place as commands speak of it. */
export function targetOf(place: Place): Target {
  switch (place.kind) {
    case 'edge':
      return { onEdge: place.field };
    case 'after':
      return { after: place.state };
    case 'state':
      return { after: place.state };
    case 'target':
      return place.target;
    case 'into':
      return { into: place.scope, atEnd: true };
    case 'canvas':
      return {};
  }
}

/** A drop this near to a line means the line, in canvas pixels. */
const NEAR = 22;

/**
 * Where a state dropped at `at` would go: to the card under it, into the nearest line of the scope under it, else into that scope (the branch, in a
 * Parallel), else onto the canvas. `scale` turns the reach into screen pixels.
 */
export function placeAt(graph: Graph, layout: Layout, at: At, scale: number): Place {
  const card = cardAt(graph, layout, at);
  if (card) return card;
  const container = containerAt(graph, layout, at);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const byEdge = new Map(graph.edges.map((edge) => [edge.id, edge]));
  let least = NEAR / Math.max(scale, 0.25);
  let nearest: Place | null = null;
  for (const placed of layout.edges) {
    const edge = byEdge.get(placed.id);
    if (!edge || nodes.get(edge.target)?.parent !== container?.id) continue;
    const distance = distanceTo(placed.points, at);
    const place = distance < least ? placeOnEdge(edge, nodes.get(edge.source)?.data.stateId) : null;
    if (!place) continue;
    least = distance;
    nearest = place;
  }
  return nearest ?? (container ? scopeIn(container, graph, layout, at) : { kind: 'canvas' });
}

const inside = (node: PlacedNode, at: At): boolean => at.x >= node.x && at.x <= node.x + node.width && at.y >= node.y && at.y <= node.y + node.height;

/** A card, or the header of a container. */
function cardAt(graph: Graph, layout: Layout, at: At): Place | null {
  const data = new Map(graph.nodes.map((node) => [node.id, node.data]));
  const hit = layout.nodes.findLast((node) => {
    const kind = data.get(node.id)?.kind;
    return (kind === 'state' && inside(node, at)) || (kind === 'container' && inside({ ...node, height: Math.min(node.height, HEADER) }, at));
  });
  const found = hit && data.get(hit.id);
  return found?.stateId === undefined ? null : { kind: 'state', state: found.stateId, name: found.name };
}

/** Height of a container's header, as in Card.module.css. */
const HEADER = 43;

/** Containers come before what they hold, so the last that holds the point is the innermost. */
function containerAt(graph: Graph, layout: Layout, at: At): PlacedNode | undefined {
  const containers = new Set(graph.nodes.flatMap((node) => (node.data.kind === 'container' ? [node.id] : [])));
  return layout.nodes.findLast((node) => containers.has(node.id) && inside(node, at));
}

function scopeIn(container: PlacedNode, graph: Graph, layout: Layout, at: At): Place {
  const lane = layout.lanes[container.id]?.findIndex((one) => at.x >= container.x + one.x && at.x < container.x + one.x + one.width) ?? 0;
  const scopes = graph.nodes.filter((node) => node.data.kind === 'start' && node.parent === container.id);
  const scope = scopes[Math.max(0, lane)];
  // Without a scope inside (a Map that has no processor yet) the command is told of the container, and says what is missing.
  return { kind: 'into', scope: scope?.data.pointer ?? (container.id as Pointer), node: container.id };
}
