import type { StateId } from '../../asl/names.ts';
import type { Graph, Layout, PlacedNode } from '../../graph/types.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The state that an arrow key leads to: down along the first edge out (into a container that has no way on, its first state),
 * up along the first edge in, left and right to the nearest card beside. Null: nothing lies that way.
 */
export function neighbour(graph: Graph, layout: Layout, from: StateId | null, direction: Direction): StateId | null {
  const byId = new Map(graph.nodes.map((node) => [node.id, node.data]));
  const current = graph.nodes.find((node) => node.data.stateId !== undefined && node.data.stateId === from);
  const stateAt = (id: string | undefined): StateId | null => (id === undefined ? null : (byId.get(id)?.stateId ?? null));
  if (!current) return stateAt(graph.edges.find((edge) => edge.kind === 'start')?.target) ?? graph.nodes.find((node) => node.data.stateId)?.data.stateId ?? null;
  if (direction === 'down') {
    const next = graph.edges.filter((edge) => edge.source === current.id).map((edge) => stateAt(edge.target));
    return next.find((state) => state !== null) ?? stateAt(graph.nodes.find((node) => node.parent === current.id && node.data.stateId)?.id);
  }
  if (direction === 'up') {
    const before = graph.edges.filter((edge) => edge.target === current.id).map((edge) => stateAt(edge.source));
    return before.find((state) => state !== null) ?? stateAt(current.parent);
  }
  return stateAt(beside(layout, current.id, direction));
}

/** The nearest card whose height meets this one's, else the nearest one that way. */
function beside({ nodes }: Layout, id: string, direction: 'left' | 'right'): string | undefined {
  const at = nodes.find((node) => node.id === id);
  if (!at) return undefined;
  const sign = direction === 'right' ? 1 : -1;
  const middle = (node: PlacedNode): { x: number; y: number } => ({ x: node.x + node.width / 2, y: node.y + Math.min(node.height, 56) / 2 });
  const here = middle(at);
  const cost = (node: PlacedNode): number => Math.abs(middle(node).x - here.x) + 3 * Math.abs(middle(node).y - here.y);
  return nodes
    .filter((node) => !node.id.startsWith('#') && node.parent === at.parent && (middle(node).x - here.x) * sign > 40)
    .toSorted((a, b) => cost(a) - cost(b))[0]?.id;
}
