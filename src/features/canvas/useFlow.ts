import { useEffect, useMemo, useRef, useState } from 'react';
import { selectGraph } from '../../editor/selectors/graph.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { layout } from '../../graph/layout.ts';
import type { Graph, Layout } from '../../graph/types.ts';
import type { CardNode, Flow } from './flowTypes.ts';
import { AT_ONCE, createLayoutService, startLayoutWorker, type LayoutService } from './layoutService.ts';
import { toFlow } from './toFlow.ts';

export interface LaidOut {
  readonly graph: Graph;
  readonly layout: Layout;
}

/** The newest graph with a layout: small ones in the same render, big ones when the worker has answered. */
export function useLaidOut(): LaidOut | null {
  const graph = useEditor(selectGraph);
  const small = graph.nodes.length <= AT_ONCE;
  const atOnce = useMemo(() => (small ? { graph, layout: layout(graph) } : null), [graph, small]);
  const [late, setLate] = useState<LaidOut | null>(null);
  const service = useRef<LayoutService | null>(null);
  useEffect(() => {
    if (small) return;
    service.current ??= createLayoutService(startLayoutWorker);
    service.current.ask(graph, (result) => setLate({ graph, layout: result }));
  }, [graph, small]);
  useEffect(() => () => service.current?.close(), []);
  // While the worker is busy the last layout stays; names and summaries are as new as the graph it belongs to.
  return atOnce ?? late;
}

/** React Flow's nodes and edges, with their identity kept from render to render, and the selection on them. */
export function useFlow(laid: LaidOut | null): Flow {
  const [memory] = useState(createFlowMemory);
  const selected = useEditor((s) => s.selected);
  const selectedEdge = useEditor((s) => s.selectedEdge);
  const plain = useMemo(() => memory.flowOf(laid), [memory, laid]);
  const nodes = useMemo(() => {
    const on = new Set<string | undefined>(selected);
    return plain.nodes.map((node) => (on.has(node.data.node.stateId) ? memory.selected(node) : node));
  }, [memory, plain.nodes, selected]);
  const edges = useMemo(() => plain.edges.map((edge) => (edge.id === selectedEdge ? { ...edge, selected: true } : edge)), [plain.edges, selectedEdge]);
  return { nodes, edges };
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
