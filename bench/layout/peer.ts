import { Graph, layout, type EdgeLabel, type NodeLabel } from '@dagrejs/dagre';
import type { Box, Picture, ScopeEdges } from './measures.ts';

/** dagre on the same boxes, labels and edges, with the same distances as ours. One run for each scope: its own compound mode throws on ASL. */
export function peer({ boxes, edges }: ScopeEdges): Picture {
  const graph = new Graph<object, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 48, edgesep: 20, ranksep: 48 });
  for (const box of boxes) graph.setNode(box.id, { width: box.width, height: box.height });
  for (const edge of edges) {
    const label = edge.label ? { width: edge.label.width, height: edge.label.height, labelpos: 'c' as const } : {};
    graph.setEdge(edge.source, edge.target, label, edge.id);
  }
  layout(graph);
  const corner = <T extends { width: number; height: number }>(box: T, at: { x?: number; y?: number }) => ({ ...box, x: (at.x ?? 0) - box.width / 2, y: (at.y ?? 0) - box.height / 2 });
  return {
    boxes: boxes.map((box): Box => corner(box, graph.node(box.id) ?? {})),
    lines: edges.map((edge) => ({ source: edge.source, target: edge.target, points: (graph.edge(edge.source, edge.target, edge.id)?.points ?? []).map(({ x, y }) => ({ x, y })) })),
    labels: edges.flatMap((edge) => (edge.label ? [corner(edge.label, graph.edge(edge.source, edge.target, edge.id) ?? {})] : [])),
  };
}
