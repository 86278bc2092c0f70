import { Position } from 'reactflow';
import type { Graph, GraphEdge, GraphNode, Layout, PlacedEdge, PlacedNode } from '../../graph/types.ts';
import { sameData } from '../../graph/sameData.ts';
import { edgeLabel } from './edgeLabel.ts';
import type { CardNode, Flow, LineEdge } from './flowTypes.ts';

const NO_LANES: CardNode['data']['lanes'] = [];

/**
 * Graph and layout as React Flow wants them. Sizes and handles are given, so nothing is measured; what did not change keeps its
 * object from `previous`, so React Flow does not look at it again. A layout may lag behind its graph: what has no place yet is left out.
 */
export function toFlow(graph: Graph, layout: Layout, previous?: Flow): Flow {
  const placed = new Map(layout.nodes.map((node) => [node.id, node]));
  const names = new Map(graph.nodes.map((node) => [node.id, node.data]));
  const depth = depths(layout.nodes);
  const knownNodes = new Map(previous?.nodes.map((node) => [node.id, node]));
  const knownEdges = new Map(previous?.edges.map((edge) => [edge.id, edge]));
  const edgeAt = new Map(layout.edges.map((edge) => [edge.id, edge]));
  return {
    nodes: graph.nodes.flatMap((node) => {
      const at = placed.get(node.id);
      return at ? [keptNode(knownNodes.get(node.id), node, at, layout.lanes[node.id] ?? NO_LANES, depth.get(node.id) ?? 0)] : [];
    }),
    edges: graph.edges.flatMap((edge) => {
      const at = edgeAt.get(edge.id);
      const ends = at && placed.has(edge.source) && placed.has(edge.target);
      return ends ? [keptEdge(knownEdges.get(edge.id), edge, at, names, depth.get(edge.target) ?? 0)] : [];
    }),
  };
}

/** Parents come before children in a layout. */
function depths(nodes: readonly PlacedNode[]): Map<string, number> {
  const depth = new Map<string, number>();
  for (const node of nodes) depth.set(node.id, node.parent === undefined ? 0 : (depth.get(node.parent) ?? 0) + 1);
  return depth;
}

function keptNode(known: CardNode | undefined, node: GraphNode, at: PlacedNode, lanes: CardNode['data']['lanes'], depth: number): CardNode {
  const same =
    known?.data.node === node.data && known.position.x === at.x && known.position.y === at.y && known.width === at.width && known.height === at.height && sameLanes(known.data.lanes, lanes);
  if (same && known.zIndex === zOf(depth, node.data.kind)) return known;
  return newNode(node, at, lanes, depth);
}

const sameLanes = (a: CardNode['data']['lanes'], b: CardNode['data']['lanes']): boolean => sameData(a, b);

/** A container lies under the edges inside it, those under the cards. */
const zOf = (depth: number, kind: GraphNode['data']['kind']): number => depth * 2 + (kind === 'container' ? 0 : 1);

function newNode({ id, data }: GraphNode, at: PlacedNode, lanes: CardNode['data']['lanes'], depth: number): CardNode {
  const { width, height } = at;
  const handle = { x: width / 2, width: 1, height: 1 };
  return {
    id,
    type: data.kind,
    position: { x: at.x, y: at.y },
    width,
    height,
    measured: { width, height },
    handles: [
      { ...handle, type: 'target', position: Position.Top, y: 0 },
      { ...handle, type: 'source', position: Position.Bottom, y: height },
    ],
    zIndex: zOf(depth, data.kind),
    selectable: data.stateId !== undefined,
    focusable: false,
    draggable: data.stateId !== undefined,
    data: { node: data, lanes },
  };
}

const nameOf = (data: GraphNode['data'] | undefined): string => data?.name || (data?.kind ?? '');

function keptEdge(known: LineEdge | undefined, edge: GraphEdge, at: PlacedEdge, ends: ReadonlyMap<string, GraphNode['data']>, depth: number): LineEdge {
  const [from, to] = [ends.get(edge.source), ends.get(edge.target)];
  const zIndex = depth * 2;
  const data = { kind: edge.kind, points: at.points, chip: at.label, title: edge.title ?? edge.label, field: edge.field, from: from?.stateId, names: [nameOf(from), nameOf(to)] as const };
  if (known && known.source === edge.source && known.target === edge.target && known.zIndex === zIndex && sameData(known.data, data)) return known;
  // React Flow would call it an image, named by pointers.
  const speaking = { ariaRole: 'group' as const, ariaLabel: edgeLabel(data, data.names), domAttributes: { tabIndex: -1, 'aria-roledescription': 'arrow', 'data-edge-id': edge.id } };
  return { id: edge.id, type: 'line', source: edge.source, target: edge.target, zIndex, focusable: false, ...speaking, data };
}
