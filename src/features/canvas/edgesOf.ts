import type { StateId } from '../../asl/names.ts';
import type { Graph, GraphEdge } from '../../graph/types.ts';

/** The arrows of a state in the order in which the keyboard goes through them: those that leave it as written, then those that lead to it. */
export function edgesOf({ nodes, edges }: Graph, state: StateId): readonly GraphEdge[] {
  const id = nodes.find((node) => node.data.stateId === state)?.id;
  return [...edges.filter((edge) => edge.source === id), ...edges.filter((edge) => edge.target === id && edge.source !== id)];
}

/** The state at one end of an arrow; none at the start and at an end. */
export function endOf({ nodes }: Graph, edge: GraphEdge, end: 'source' | 'target'): StateId | null {
  return nodes.find((node) => node.id === edge[end])?.data.stateId ?? null;
}
