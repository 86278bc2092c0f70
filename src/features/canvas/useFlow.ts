import { use, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { selectShownGraph } from '../../editor/selectors/reading.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { sameShape } from '../../graph/sameShape.ts';
import type { Graph, Layout } from '../../graph/types.ts';
import type { CardNode, Flow } from './flowTypes.ts';
import { createLayoutService, LayoutWorkerContext, type LayoutService } from './layoutService.ts';
import { toFlow } from './toFlow.ts';

export interface LaidOut {
  readonly graph: Graph;
  readonly layout: Layout;
}

/** The newest graph that has a layout. While the worker is busy the last one stays; names and summaries are as new as its graph. */
export function useLaidOut(): LaidOut | null {
  const graph = useEditor(selectShownGraph);
  const [laid, setLaid] = useState<LaidOut | null>(null);
  const makeWorker = use(LayoutWorkerContext);
  const service = useRef<LayoutService | null>(null);
  const newest = useRef<LaidOut | null>(null);
  useEffect(() => {
    const own = createLayoutService(makeWorker);
    service.current = own;
    return () => own.close();
  }, [makeWorker]);
  useEffect(() => {
    const known = newest.current;
    // A summary, a retrier, a comment: nothing of it moves, so the worker need not hear of it.
    if (known && sameShape(known.graph, graph)) return setLaid((newest.current = { graph, layout: known.layout }));
    return service.current?.ask(graph, (layout) => setLaid((newest.current = { graph, layout })));
  }, [graph]);
  return laid;
}

/** React Flow's nodes and edges, with their identity kept from render to render, and the selection on them. `still` are the nodes without it. */
export function useFlow(laid: LaidOut | null): Flow & { readonly still: readonly CardNode[] } {
  const [memory] = useState(createFlowMemory);
  // Cards show their ring at once, by themselves. React Flow needs it for its gestures only, and goes through all its nodes: after that.
  const selected = useDeferredValue(useEditor((s) => s.selected));
  const selectedEdge = useEditor((s) => s.selectedEdge);
  const plain = useMemo(() => memory.flowOf(laid), [memory, laid]);
  const nodes = useMemo(() => {
    const on = new Set<string | undefined>(selected);
    return plain.nodes.map((node) => (on.has(node.data.node.stateId) ? memory.selected(node) : node));
  }, [memory, plain.nodes, selected]);
  const edges = useMemo(() => plain.edges.map((edge) => (edge.id === selectedEdge ? { ...edge, selected: true } : edge)), [plain.edges, selectedEdge]);
  return { nodes, edges, still: plain.nodes };
}

/** Remembers what it answered last, so that the same things are the same objects. */
function createFlowMemory(): { flowOf(laid: LaidOut | null): Flow; selected(node: CardNode): CardNode } {
  let before: Flow = { nodes: [], edges: [] };
  const twins = new WeakMap<CardNode, CardNode>();
  return {
    flowOf(laid) {
      if (laid) before = toFlow(laid.graph, laid.layout, before);
      return before;
    },
    selected(node) {
      const twin = twins.get(node) ?? { ...node, selected: true };
      twins.set(node, twin);
      return twin;
    },
  };
}
