import { groupBy } from './groupBy.ts';
import { layoutScope } from './scopeLayout.ts';
import type { Point, ScopeBox, ScopeEdge, ScopeInput, ScopeLayout } from './scopeTypes.ts';
import { CARD, CHIP, CONTAINER, DROP_PLACE, DROP_PLACE_TOP, END_DOT, END_STUB, INNER_START, START_GAP, START_PILL } from './sizes.ts';
import { textWidth } from './textWidth.ts';
import type { Graph, GraphEdge, GraphNode, Layout, NodeData, PlacedEdge, PlacedNode } from './types.ts';

type Lanes = NonNullable<NodeData['lanes']>;

/** The machine, a branch or a processor, with what stands directly in it. */
interface Scope {
  readonly start: GraphNode;
  readonly states: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly lanes: Lanes;
  /** Top left corner of each inner scope, from the container's own. */
  readonly origins: readonly Point[];
}

/** Where everything stands. Pure: the same graph always gives the same numbers, in a worker, in Node and in a test. */
export function layout(graph: Graph): Layout {
  const scopes = scopesOf(graph);
  const inner = groupBy([...scopes.values()].filter((scope) => scope.start.parent !== undefined), (scope) => scope.start.parent);
  const ends = new Set(graph.nodes.flatMap((node) => (node.data.kind === 'end' ? [node.data.pointer as string] : [])));
  const laid = new Map<string, ScopeLayout>();
  const frames = new Map<string, Frame>();
  // Inner scopes come after the one around them, so backwards every container is measured before it is placed.
  for (const scope of [...scopes.values()].toReversed()) {
    for (const state of scope.states) if (state.data.kind === 'container') frames.set(state.id, frameOf(state, inner.get(state.id) ?? [], laid));
    laid.set(scope.start.id, remembered(inputOf(scope, frames, ends), scopes.size));
  }
  const within = placed(scopes, inner, laid, frames);
  const ended = endMarkers(graph, within.nodes);
  return { nodes: [...within.nodes, ...ended.nodes], edges: [...within.edges, ...ended.edges], lanes: within.lanes };
}

function scopesOf(graph: Graph): Map<string, Scope> {
  const states = groupBy(graph.nodes.filter((node) => node.data.stateId !== undefined), (node) => scopeOfState(node.id));
  const edges = groupBy(graph.edges.filter((edge) => edge.kind !== 'end'), (edge) => (edge.source.startsWith('#start') ? edge.source.slice('#start'.length) : scopeOfState(edge.source)));
  const starts = graph.nodes.filter((node) => node.data.kind === 'start');
  return new Map(starts.map((start) => [start.data.pointer, { start, states: states.get(start.data.pointer) ?? [], edges: edges.get(start.data.pointer) ?? [] }]));
}

/** `/States/Ship/Branches/0/States/Pack` stands in `/States/Ship/Branches/0`. */
const scopeOfState = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/', pointer.lastIndexOf('/') - 1));

function inputOf(scope: Scope, frames: ReadonlyMap<string, Frame>, ends: ReadonlySet<string>): ScopeInput {
  const states = scope.states.map((state): ScopeBox => {
    const { width, height } = frames.get(state.id) ?? CARD;
    const foot = ends.has(state.id) ? END_STUB + END_DOT.height : 0;
    return { id: state.id, width, height: height + foot, ...(foot > 0 ? { foot } : {}), ...(state.data.type === 'Fail' ? { fails: true } : {}) };
  });
  // A Parallel has a label in each lane's corner, so its paths begin with more room.
  const isBranch = scope.start.data.pointer.includes('/Branches/', (scope.start.parent ?? '').length);
  return {
    start: scope.start.id,
    startGap: isBranch ? START_GAP.branch : START_GAP.machine,
    boxes: [{ id: scope.start.id, ...startSize(scope) }, ...states],
    edges: scope.edges.map(scopeEdge),
  };
}

function startSize(scope: Scope): { width: number; height: number } {
  if (scope.start.parent === undefined) return START_PILL;
  return scope.start.data.empty ? DROP_PLACE : INNER_START;
}

function scopeEdge({ id, source, target, kind, label }: GraphEdge): ScopeEdge {
  if (label === undefined) return { id, source, target, kind };
  const text = kind === 'choice' ? textWidth(label, 10.5, 'code') : textWidth(label, 11, 'text');
  return { id, source, target, kind, label: { text: label, width: text + CHIP.sides + (kind === 'catch' ? CHIP.icon : 0) } };
}

function frameOf(container: GraphNode, inner: readonly Scope[], laid: ReadonlyMap<string, ScopeLayout>): Frame {
  const sizes = inner.map((scope) => ({ top: topOf(scope), ...(laid.get(scope.start.id) ?? { width: 0, height: 0 }) }));
  const height = Math.max(CONTAINER.minHeight, ...sizes.map((size) => size.top + size.height + CONTAINER.foot));
  let x = 0;
  const lanes = sizes.map((size, i) => {
    const width = Math.max(CONTAINER.minWidth, size.width + 2 * CONTAINER.padding);
    const lane = { label: container.data.lanes?.[i]?.label ?? '', x, y: CONTAINER.header, width, height: height - CONTAINER.header };
    x += width;
    return lane;
  });
  const origins = sizes.map((size, i) => ({ x: (lanes[i]?.x ?? 0) + Math.round(((lanes[i]?.width ?? 0) - size.width) / 2), y: size.top }));
  return { width: Math.max(CONTAINER.minWidth, x), height, lanes: container.data.lanes ? lanes : [], origins };
}

/** The path begins at the header's lower edge; an empty scope's drop place stands clear of it. */
const topOf = (scope: Scope): number => (scope.start.data.empty ? CONTAINER.header + DROP_PLACE_TOP : CONTAINER.header - INNER_START.height);

function placed(scopes: ReadonlyMap<string, Scope>, inner: ReadonlyMap<string | undefined, readonly Scope[]>, laid: ReadonlyMap<string, ScopeLayout>, frames: ReadonlyMap<string, Frame>): Layout {
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  const lanes: Record<string, Lanes> = {};
  const origin = new Map<string, Point>();
  for (const scope of scopes.values()) {
    const at = laid.get(scope.start.id);
    if (!at) continue;
    const from = origin.get(scope.start.id) ?? anchor(at.at.get(scope.start.id));
    const parent = scope.start.parent === undefined ? {} : { parent: scope.start.parent };
    nodes.push({ ...moved(at.at.get(scope.start.id), from), id: scope.start.id, ...startSize(scope), ...parent });
    for (const state of scope.states) {
      const frame = frames.get(state.id);
      const point = moved(at.at.get(state.id), from);
      nodes.push({ ...point, id: state.id, width: (frame ?? CARD).width, height: (frame ?? CARD).height, ...parent });
      if (frame && frame.lanes.length > 0) lanes[state.id] = frame.lanes;
      (inner.get(state.id) ?? []).forEach((child, i) => origin.set(child.start.id, moved(frame?.origins[i], point)));
    }
    for (const routed of at.edges) edges.push(placedEdge(routed, from));
  }
  return { nodes, edges, lanes };
}

/** The machine's start stands where it always stands, with the cards of its path from 0 on: what grows left of them moves nothing. */
const anchor = (start: Point | undefined): Point => ({ x: (CARD.width - START_PILL.width) / 2 - (start?.x ?? 0), y: -(start?.y ?? 0) });

/** A short line and a dot below each state that ends the run; the rows have kept the room. */
function endMarkers(graph: Graph, nodes: readonly PlacedNode[]): { nodes: PlacedNode[]; edges: PlacedEdge[] } {
  const at = new Map(nodes.map((node) => [node.id, node]));
  const ends = graph.edges.filter((edge) => edge.kind === 'end');
  const feet = ends.flatMap(({ id, source, target, kind }) => {
    const state = at.get(source);
    if (!state) return [];
    const [x, y] = [state.x + state.width / 2, state.y + state.height];
    const dot: PlacedNode = { id: target, x: x - END_DOT.width / 2, y: y + END_STUB, ...END_DOT };
    const edge: PlacedEdge = { id, source, target, kind, points: [{ x, y }, { x, y: y + END_STUB }] };
    return [{ dot, edge }];
  });
  return { nodes: feet.map((foot) => foot.dot), edges: feet.map((foot) => foot.edge) };
}

function placedEdge({ edge, points, label }: ScopeLayout['edges'][number], from: Point): PlacedEdge {
  const { id, source, target, kind } = edge;
  return { id, source, target, kind, points: points.map((point) => moved(point, from)), ...(label ? { label: { ...label, ...moved(label, from) } } : {}) };
}

const moved = (point: Point | undefined, by: Point): Point => ({ x: (point?.x ?? 0) + by.x, y: (point?.y ?? 0) + by.y });

/** An edit changes one scope: the others answer from here. Bounded, oldest out first; never smaller than what one picture needs. */
const REMEMBERED = 600;
const memory = new Map<string, ScopeLayout>();
let laidOut = 0;

/** How many scopes were truly laid out so far. */
export const scopesLaidOut = (): number => laidOut;

function remembered(input: ScopeInput, scopes: number): ScopeLayout {
  const key = JSON.stringify(input);
  const known = memory.get(key);
  memory.delete(key);
  if (!known) laidOut += 1;
  const result = known ?? layoutScope(input);
  memory.set(key, result);
  while (memory.size > Math.max(REMEMBERED, 2 * scopes)) memory.delete(memory.keys().next().value ?? '');
  return result;
}
