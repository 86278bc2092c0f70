import type { Graph, GraphEdge, GraphNode } from './types.ts';

/** True where two graphs are laid out alike: names and summaries may differ, boxes, edges and their chips do not. */
export function sameShape(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  const { nodes, edges } = b;
  return (
    a.nodes.length === nodes.length && a.edges.length === edges.length &&
    a.nodes.every((node, i) => sameBox(node, nodes[i])) && a.edges.every((edge, i) => sameEdge(edge, edges[i]))
  );
}

function sameBox(a: GraphNode, b: GraphNode | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.id !== b.id || a.parent !== b.parent) return false;
  const [one, other] = [a.data, b.data];
  const lanesAlike = one.lanes === other.lanes || (one.lanes?.length === other.lanes?.length && (one.lanes ?? []).every((lane, i) => lane.label === other.lanes?.[i]?.label));
  return one === other || (one.kind === other.kind && one.type === other.type && one.pointer === other.pointer && one.stateId === other.stateId && one.empty === other.empty && lanesAlike);
}

function sameEdge(a: GraphEdge, b: GraphEdge | undefined): boolean {
  return a === b || (b !== undefined && a.id === b.id && a.source === b.source && a.target === b.target && a.kind === b.kind && a.label === b.label);
}
