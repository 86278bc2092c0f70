import type { StateId } from '../../asl/names.ts';
import { flowOf } from '../../graph/flow.ts';
import { groupBy } from '../../graph/groupBy.ts';
import type { Graph, GraphEdge, GraphNode, NodeData } from '../../graph/types.ts';

/** A line of the outline: a state, or a branch of a Parallel. */
export interface OutlineItem {
  readonly id: string;
  readonly name: string;
  /** Null for a branch. */
  readonly state: StateId | null;
  readonly type: Exclude<NodeData['type'], 'Marker'> | null;
  /** Where it leads, in words: `then Pack`, `if total > 5: Ship, otherwise Wait`. */
  readonly words: string;
  readonly children: readonly OutlineItem[];
}

/**
 * The workflow as nested lists, each scope in the order in which a run can come by (whatever the order of keys in the document), what
 * nothing leads to last.
 */
export function outlineOf(graph: Graph): readonly OutlineItem[] {
  const names = new Map(graph.nodes.map((node) => [node.id, node.data.name]));
  const out = groupBy(graph.edges, (edge) => edge.source);
  const states = groupBy(graph.nodes.filter((node) => node.data.stateId !== undefined), (node) => scopeOf(node.id));
  const starts = graph.nodes.filter((node) => node.data.kind === 'start');
  const inner = groupBy(starts, (start) => start.parent);
  const made = new Map<string, readonly OutlineItem[]>();
  const itemOf = ({ id, data }: GraphNode, reached: boolean): OutlineItem => {
    const scopes = inner.get(id) ?? [];
    const children = data.type === 'Parallel' ? scopes.map((start, i) => branch(start.id, i, made.get(start.id) ?? [])) : scopes.flatMap((start) => made.get(start.id) ?? []);
    const type = data.type === 'Marker' ? null : data.type;
    return { id, name: data.name, state: data.stateId ?? null, type, words: wordsOf(data, out.get(id) ?? [], names, reached), children };
  };
  // What stands inside comes after what is around it, so backwards every list is there when it is needed.
  for (const start of starts.toReversed()) made.set(start.id, inOrder(start, states.get(start.data.pointer) ?? [], out, itemOf));
  return (inner.get(undefined) ?? []).flatMap((start) => made.get(start.id) ?? []);
}

const branch = (id: string, i: number, children: readonly OutlineItem[]): OutlineItem => ({ id, name: `Branch ${i + 1}`, state: null, type: null, words: '', children });

function inOrder(start: GraphNode, states: readonly GraphNode[], out: ReadonlyMap<string, readonly GraphEdge[]>, itemOf: (node: GraphNode, reached: boolean) => OutlineItem): OutlineItem[] {
  const byId = new Map(states.map((node) => [node.id, node]));
  const edges = [start, ...states].flatMap((node) => (out.get(node.id) ?? []).filter((edge) => byId.has(edge.target))).map(({ id, source, target, kind }) => ({ id, source, target, kind }));
  const { order, reached } = flowOf(start.id, [start.id, ...byId.keys()], edges);
  const first = [...order.filter((id) => reached.has(id)), ...order.filter((id) => !reached.has(id))];
  return first.flatMap((id) => {
    const node = byId.get(id);
    return node ? [itemOf(node, reached.has(id))] : [];
  });
}

/** `/States/Ship/Branches/0/States/Pack` stands in `/States/Ship/Branches/0`. */
const scopeOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/', pointer.lastIndexOf('/') - 1));

function wordsOf(data: NodeData, edges: readonly GraphEdge[], names: ReadonlyMap<string, string>, reached: boolean): string {
  const ways = edges.map((edge) => wayOf(edge, names.get(edge.target) ?? '')).filter((way) => way !== '');
  const ends = data.type === 'Succeed' ? 'succeeds' : data.type === 'Fail' ? 'fails' : data.ends === true || edges.some((edge) => edge.kind === 'end') ? 'ends' : '';
  return [reached ? '' : 'nothing leads here', ...ways, ends].filter((part) => part !== '').join(', ');
}

function wayOf({ kind, label, title }: GraphEdge, target: string): string {
  switch (kind) {
    case 'next':
      return `then ${target}`;
    case 'choice':
      return `if ${title ?? label ?? ''}: ${target}`;
    case 'default':
      return `otherwise ${target}`;
    case 'catch':
      return `on ${title === 'States.ALL' ? 'any error' : (title ?? label ?? 'an error')}: ${target}`;
    case 'start':
    case 'end':
      return '';
  }
}
