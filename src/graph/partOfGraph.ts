import type { StateId } from '../asl/names.ts';
import type { Graph, Layout } from './types.ts';

/** The chosen states with all that stands in them, where they stand, and the edges between them. */
export function partOfGraph(graph: Graph, layout: Layout, chosen: ReadonlySet<StateId>): { readonly graph: Graph; readonly layout: Layout } {
  const kept = new Set<string>();
  for (const { id, parent, data } of graph.nodes) {
    const own = data.stateId !== undefined && chosen.has(data.stateId);
    if (own || (parent !== undefined && kept.has(parent))) kept.add(id);
  }
  const both = (edge: { readonly source: string; readonly target: string }): boolean => kept.has(edge.source) && kept.has(edge.target);
  return {
    graph: { nodes: graph.nodes.filter((node) => kept.has(node.id)), edges: graph.edges.filter(both) },
    layout: { nodes: layout.nodes.filter((node) => kept.has(node.id)), edges: layout.edges.filter(both), lanes: layout.lanes },
  };
}
