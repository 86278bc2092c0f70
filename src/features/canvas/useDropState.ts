import { useCallback, type DragEvent } from 'react';
import { useReactFlow } from 'reactflow';
import { useCanvasUiStore, samePlace, type Place } from './canvasUi.ts';
import { incomingFrom, STATE_MIME } from './insertables.ts';
import { placeAt } from './places.ts';
import type { LaidOut } from './useFlow.ts';
import { useInsert } from './useInsert.ts';

/** Drops out of the palette: the place under the pointer is marked while dragging, and asked again when letting go. */
export function useDropState(laid: LaidOut | null) {
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const insert = useInsert();
  const placeUnder = useCallback(
    (event: DragEvent): Place => {
      if (!laid) return { kind: 'canvas' };
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return placeAt(laid.graph, laid.layout, at, flow.getZoom());
    },
    [laid, flow],
  );
  const clear = useCallback(() => ui.setState({ drop: null }), [ui]);
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(STATE_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const drop = placeUnder(event);
      if (!samePlace(drop, ui.getState().drop)) ui.setState({ drop });
    },
    onDragLeave: (event: DragEvent) => {
      // Going from one part of the canvas to another is a leave too, and not every browser says where to.
      const box = event.currentTarget.getBoundingClientRect();
      const inside = event.clientX > box.left && event.clientX < box.right && event.clientY > box.top && event.clientY < box.bottom;
      if (!inside) clear();
    },
    onDrop: (event: DragEvent) => {
      const incoming = incomingFrom(event.dataTransfer.getData(STATE_MIME));
      clear();
      if (!incoming) return;
      event.preventDefault();
      event.stopPropagation();
      insert(incoming, placeUnder(event), { x: event.clientX, y: event.clientY });
    },
  };
}
