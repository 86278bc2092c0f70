import type { StateId } from '../asl/names.ts';
import { endId } from './project.ts';
import type { Graph, GraphEdge, GraphNode, NodeData } from './types.ts';

/** What of a workflow is drawn: containers that are closed, and the one whose inside alone is shown. */
export interface Shown {
  readonly folded: ReadonlySet<StateId>;
  readonly inside: StateId | null;
}

/**
 * The graph as it is drawn. A closed container becomes one card that tells how many states it holds, and edges of what it hides end
 * at it; of the container that a person has gone into only the inside stays, its paths beginning and ending as a machine's do.
 * Comes before the layout. Keeps the objects of `graph` where nothing differs, and makes the same ones for the same ones (G1).
 */
export function collapse(graph: Graph, { folded, inside }: Shown): Graph {
  const root = inside === null ? undefined : graph.nodes.find((node) => node.data.stateId === inside && holdsStates(node.data));
  if (root === undefined && folded.size === 0) return graph;
  const within = root ? insideOf(graph, root) : graph;
  return withFolded(within, folded);
}

const holdsStates = (data: NodeData): boolean => data.kind === 'container';

/** Parents come before what stands in them, so one pass finds everything. */
function insideOf(graph: Graph, root: GraphNode): Graph {
  const kept = new Set<string>();
  const nodes = graph.nodes.flatMap((node): GraphNode[] => {
    const direct = node.parent === root.id;
    if (!direct && (node.parent === undefined || !kept.has(node.parent))) return [];
    kept.add(node.id);
    if (!direct) return [node];
    const freed = parentless(node);
    return node.data.ends === true ? [freed, endMarker(node)] : [freed];
  });
  const edges = graph.edges.filter((edge) => kept.has(edge.source) && kept.has(edge.target));
  const ends = nodes.flatMap((node) => (node.data.kind === 'end' ? [endEdge(node)] : []));
  return { nodes, edges: [...edges, ...ends] };
}

function withFolded(graph: Graph, folded: ReadonlySet<StateId>): Graph {
  const closed = new Map<string, { node: GraphNode; count: number }>();
  /** Hidden node to the closed container that stands for it. */
  const standsFor = new Map<string, string>();
  for (const node of graph.nodes) {
    const outer = node.parent === undefined ? undefined : (standsFor.get(node.parent) ?? (closed.has(node.parent) ? node.parent : undefined));
    if (outer !== undefined) {
      standsFor.set(node.id, outer);
      const one = closed.get(outer);
      if (one && node.data.stateId !== undefined) one.count += 1;
    } else if (holdsStates(node.data) && node.data.stateId !== undefined && folded.has(node.data.stateId)) closed.set(node.id, { node, count: 0 });
  }
  if (closed.size === 0) return graph;
  const nodes = graph.nodes.flatMap((node) => {
    if (standsFor.has(node.id)) return [];
    const one = closed.get(node.id);
    return [one ? closedNode(one.node, one.count) : node];
  });
  return { nodes, edges: graph.edges.flatMap((edge) => redirected(edge, standsFor)) };
}

function redirected(edge: GraphEdge, standsFor: ReadonlyMap<string, string>): GraphEdge[] {
  const [source, target] = [standsFor.get(edge.source), standsFor.get(edge.target)];
  if (source === undefined && target === undefined) return [edge];
  const moved = { ...edge, source: source ?? edge.source, target: target ?? edge.target };
  return moved.source === moved.target ? [] : [moved];
}

// What is made is remembered by what it is made from, so that React Flow sees the same objects again.
const freedNodes = new WeakMap<GraphNode, GraphNode>();
const ends = new WeakMap<NodeData, GraphNode>();
const closedNodes = new WeakMap<GraphNode, GraphNode>();

function parentless(node: GraphNode): GraphNode {
  let freed = freedNodes.get(node);
  if (!freed) freedNodes.set(node, (freed = { id: node.id, data: node.data }));
  return freed;
}

function endMarker({ data }: GraphNode): GraphNode {
  let end = ends.get(data);
  if (!end) ends.set(data, (end = { id: endId(data.pointer), data: { kind: 'end', name: '', type: 'Marker', summary: '', pointer: data.pointer, retries: 0, catches: 0 } }));
  return end;
}

const endEdge = (end: GraphNode): GraphEdge => ({ id: `${end.id}#edge`, source: end.data.pointer, target: end.id, kind: 'end' });

function closedNode(node: GraphNode, count: number): GraphNode {
  const known = closedNodes.get(node);
  if (known?.data.folded === count) return known;
  const { lanes: _, ...data } = node.data;
  const closed: GraphNode = { ...node, data: { ...data, kind: 'state', folded: count } };
  closedNodes.set(node, closed);
  return closed;
}
