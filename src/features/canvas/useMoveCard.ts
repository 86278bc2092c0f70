import { useCallback } from 'react';
import { useReactFlow, type OnNodeDrag } from 'reactflow';
import { moveState } from '../../asl/commands/moveState.ts';
import { useActions } from '../../editor/useActions.ts';
import type { Graph } from '../../graph/types.ts';
import { useCanvasUiStore, samePlace, type At, type Place } from './canvasUi.ts';
import type { CardNode } from './flowTypes.ts';
import { placeAt, targetOf } from './places.ts';
import type { LaidOut } from './useFlow.ts';

/** Dragging a card does not position it: it takes the state to another arrow, container or branch. */
export function useMoveCard(laid: LaidOut | null): { readonly onNodeDrag: OnNodeDrag<CardNode>; readonly onNodeDragStop: OnNodeDrag<CardNode> } {
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const actions = useActions();
  const placeUnder = useCallback(
    (at: At, node: CardNode): Place | null => {
      const place = laid && placeAt(laid.graph, laid.layout, flow.screenToFlowPosition(at), flow.getZoom());
      return laid && place && isElsewhere(laid.graph, node, place) ? place : null;
    },
    [laid, flow],
  );
  const onNodeDrag = useCallback<OnNodeDrag<CardNode>>(
    (event, node) => {
      const at = pointOf(event);
      const drop = placeUnder(at, node);
      ui.setState({ moving: { name: node.data.node.name, at }, ...(samePlace(drop, ui.getState().drop) ? {} : { drop }) });
    },
    [placeUnder, ui],
  );
  const onNodeDragStop = useCallback<OnNodeDrag<CardNode>>(
    (event, node) => {
      const at = pointOf(event);
      const place = placeUnder(at, node);
      const state = node.data.node.stateId;
      ui.setState({ moving: null, drop: null });
      if (!place || state === undefined) return;
      const refusal = actions.apply(moveState(state, targetOf(place)), { origin: 'canvas' });
      ui.setState({ refusal: refusal ? { at, text: refusal.message } : null });
    },
    [placeUnder, ui, actions],
  );
  return { onNodeDrag, onNodeDragStop };
}

function pointOf(event: MouseEvent | TouchEvent | React.MouseEvent): At {
  const point = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]) : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

/** Its own arrows and its own scope are where it is already. */
function isElsewhere(graph: Graph, node: CardNode, place: Place): boolean {
  if (place.kind === 'after') return place.state !== node.data.node.stateId;
  if (place.kind === 'edge') return !graph.edges.some((edge) => edge.id === place.edge && (edge.source === node.id || edge.target === node.id));
  const scope = place.kind === 'into' ? place.scope : '';
  return place.kind !== 'into' || place.node !== node.id ? !node.id.startsWith(`${scope}/States/`) || node.id.slice(`${scope}/States/`.length).includes('/') : false;
}
