import type { Pointer, QueryLanguage } from '../asl/names.ts';
import { childPointer } from '../asl/pointer.ts';
import { indexStates, type ScopeEntry, type StateEntry } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import { badgesOf } from './badges.ts';
import { itemsAt, textAt } from './read.ts';
import { sameData } from './sameData.ts';
import { endsHere, stateEdges } from './stateEdges.ts';
import { cardType, summaryOf } from './summary.ts';
import type { Graph, GraphEdge, GraphNode, NodeData } from './types.ts';

/** The id of the marker at the beginning of a scope; the machine's own is `#start`. */
export const startId = (scope: Pointer): string => `#start${scope}`;
export const endId = (state: Pointer): string => `#end${state}`;

/**
 * The picture of a tree: parents before children, in document order. Given the graph before, whatever did not change keeps its
 * object (G1), down to the graph itself, so that React Flow and the layout see by identity what is new.
 */
export function project(tree: Tree, previous?: Graph): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const { scopes } = indexStates(tree);
  const machineLanguage = languageOf(scopes[0]);
  for (const scope of scopes) {
    const targets = new Map(scope.children.map((state) => [state.name as string, state.pointer]));
    startOf(scope, targets, nodes, edges);
    for (const state of scope.children) {
      nodes.push(stateNode(state, scope, machineLanguage));
      edges.push(...stateEdges(state, targets));
      if (scope.kind === 'machine' && endsHere(state)) endOf(state, nodes, edges);
    }
  }
  return previous ? shared({ nodes, edges }, previous) : { nodes, edges };
}

function startOf(scope: ScopeEntry, targets: ReadonlyMap<string, Pointer>, nodes: GraphNode[], edges: GraphEdge[]): void {
  const id = startId(scope.pointer);
  nodes.push({ id, ...within(scope), data: marker('start', scope.pointer, scope.children.length === 0) });
  const named = textAt(scope.node, 'StartAt');
  const target = named === undefined ? undefined : targets.get(named);
  if (target === undefined) return;
  const field = childPointer(scope.pointer, 'StartAt');
  edges.push({ id: field, source: id, target, kind: 'start', field });
}

/** Only the machine's own ends are drawn: inside a container the frame says it. */
function endOf(state: StateEntry, nodes: GraphNode[], edges: GraphEdge[]): void {
  const id = endId(state.pointer);
  nodes.push({ id, data: marker('end', state.pointer, false) });
  edges.push({ id: `${id}#edge`, source: state.pointer, target: id, kind: 'end' });
}

const marker = (kind: 'start' | 'end', pointer: Pointer, empty: boolean): NodeData => ({
  kind,
  name: '',
  type: 'Marker',
  summary: '',
  pointer,
  retries: 0,
  catches: 0,
  ...(empty ? { empty } : {}),
});

const within = (scope: ScopeEntry): { parent?: string } => (scope.parent ? { parent: scope.parent.pointer } : {});

/** As the machine writes it at its top. */
const languageOf = (machine: ScopeEntry | undefined): QueryLanguage => (machine && textAt(machine.node, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath');

function stateNode(state: StateEntry, scope: ScopeEntry, machineLanguage: QueryLanguage): GraphNode {
  const type = cardType(state.type, state.node);
  const container = type === 'Map' || type === 'Parallel';
  const badges = badgesOf(type, state, machineLanguage);
  const data: NodeData = {
    kind: container ? 'container' : 'state',
    name: state.name,
    type,
    ...summaryOf(type, state.node, scope.kind),
    pointer: state.pointer,
    stateId: state.id,
    retries: itemsAt(state.node, 'Retry').length,
    catches: itemsAt(state.node, 'Catch').length,
    ...(badges.length > 0 ? { badges } : {}),
    ...(scope.kind !== 'machine' && endsHere(state) ? { ends: true } : {}),
    ...(container && state.inner.every((inner) => inner.children.length === 0) ? { empty: true } : {}),
    ...(type === 'Parallel' ? { lanes: itemsAt(state.node, 'Branches').map((_, i) => ({ label: `Branch ${i + 1}`, x: 0, y: 0, width: 0, height: 0 })) } : {}),
  };
  return { id: state.pointer, ...within(scope), data };
}

function shared(graph: Graph, previous: Graph): Graph {
  const nodes = keepEqual(graph.nodes, previous.nodes, (a, b) => ({ ...a, data: sameData(a.data, b.data) ? b.data : a.data }));
  const edges = keepEqual(graph.edges, previous.edges, (a) => a);
  return nodes === previous.nodes && edges === previous.edges ? previous : { nodes, edges };
}

/** The items of `now`, each replaced by the equal one of `before`; `before` itself where nothing differs. */
function keepEqual<T extends { readonly id: string }>(now: readonly T[], before: readonly T[], mend: (a: T, b: T) => T): readonly T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = now.map((item) => {
    const old = known.get(item.id);
    if (!old) return item;
    const mended = mend(item, old);
    return sameData(mended, old) ? old : mended;
  });
  return kept.length === before.length && kept.every((item, i) => item === before[i]) ? before : kept;
}
