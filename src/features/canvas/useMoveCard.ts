import { useCallback } from 'react';
import { useReactFlow, type OnNodeDrag } from 'reactflow';
import { moveState } from '../../asl/commands/moveState.ts';
import { applyEdit } from '../../editor/actions/applyEdit.ts';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import type { Graph } from '../../graph/types.ts';
import { useCanvasUiStore, samePlace, type At, type Place } from './canvasUi.ts';
import type { CardNode } from './flowTypes.ts';
import { placeAt, targetOf } from './places.ts';
import type { LaidOut } from './useFlow.ts';
import { withLaterParts } from './withLaterParts.ts';

interface Drag {
  readonly states: readonly StateId[];
  readonly nodes: ReadonlySet<string>;
  readonly name: string;
}

/** Dragging a card does not position it: it takes the state, or all that are selected with it, to another arrow, card, container or branch. */
export function useMoveCard(laid: LaidOut | null): { readonly onNodeDrag: OnNodeDrag<CardNode>; readonly onNodeDragStop: OnNodeDrag<CardNode> } {
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const actions = useActions();
  const store = useEditorStore();
  const dragOf = useCallback(
    ({ id, data: { node } }: CardNode): Drag => {
      const { selected } = store.getState();
      const own = node.stateId === undefined ? [] : [node.stateId];
      const states = node.stateId !== undefined && selected.includes(node.stateId) ? selected : own;
      const nodes = new Set([id, ...(laid?.graph.nodes ?? []).flatMap((one) => (one.data.stateId !== undefined && states.includes(one.data.stateId) ? [one.id] : []))]);
      return { states, nodes, name: states.length > 1 ? `${states.length} states` : node.name };
    },
    [store, laid],
  );
  const placeUnder = useCallback(
    (at: At, drag: Drag): Place | null => {
      const place = laid && placeAt(laid.graph, laid.layout, flow.screenToFlowPosition(at), flow.getZoom());
      return laid && place && isElsewhere(laid.graph, drag, place) ? place : null;
    },
    [laid, flow],
  );
  const onNodeDrag = useCallback<OnNodeDrag<CardNode>>(
    (event, node) => {
      const at = pointOf(event);
      const drag = dragOf(node);
      const drop = placeUnder(at, drag);
      ui.setState({ moving: { name: drag.name, at }, ...(samePlace(drop, ui.getState().drop) ? {} : { drop }) });
    },
    [placeUnder, dragOf, ui],
  );
  const onNodeDragStop = useCallback<OnNodeDrag<CardNode>>(
    (event, node) => {
      const at = pointOf(event);
      const { states, ...drag } = dragOf(node);
      const place = placeUnder(at, { states, ...drag });
      ui.setState({ moving: null, drop: null, refusal: null });
      if (!place || states.length === 0) return;
      if (place.kind === 'state') withLaterParts(actions, ({ askOnState }) => ui.setState({ ask: askOnState({ place, at, moving: states, store, ui }) }));
      else applyEdit(actions, moveState(states, targetOf(place)), (text) => ui.setState({ refusal: { at, text } }));
    },
    [placeUnder, dragOf, ui, actions, store],
  );
  return { onNodeDrag, onNodeDragStop };
}

function pointOf(event: MouseEvent | TouchEvent | React.MouseEvent): At {
  const point = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]) : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

/** Its own arrows, its own card and its own scope are where it is already. */
function isElsewhere(graph: Graph, { states, nodes }: Drag, place: Place): boolean {
  if (place.kind === 'after' || place.kind === 'state') return !states.includes(place.state);
  if (place.kind === 'edge') return !graph.edges.some((edge) => edge.id === place.edge && (nodes.has(edge.source) || nodes.has(edge.target)));
  const scope = place.kind === 'into' ? place.scope : '';
  return ![...nodes].some((id) => (place.kind === 'into' && place.node === id) || (id.startsWith(`${scope}/States/`) && !id.slice(`${scope}/States/`.length).includes('/')));
}
