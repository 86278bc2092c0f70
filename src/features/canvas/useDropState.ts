import { use, useCallback, type DragEvent } from 'react';
import { useReactFlow } from 'reactflow';
import { useCanvasUiStore, samePlace, type Place } from './canvasUi.ts';
import { STATE_MIME } from './insertables.ts';
import { placeAt } from './places.ts';
import { PaletteWorldContext } from '../../editor/palette/paletteWorld.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import type { LaidOut } from './useFlow.ts';
import { useInsert } from './useInsert.ts';
import { withLaterParts } from './withLaterParts.ts';

/** Drops out of the palette: the place under the pointer is marked and named while dragging, and asked again when letting go. */
export function useDropState(laid: LaidOut | null) {
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const store = useEditorStore();
  const actions = useActions();
  const insert = useInsert();
  const world = use(PaletteWorldContext);
  const placeUnder = useCallback(
    (event: DragEvent): Place => {
      if (!laid) return { kind: 'canvas' };
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return placeAt(laid.graph, laid.layout, at, flow.getZoom());
    },
    [laid, flow],
  );
  const clear = useCallback(() => ui.setState({ drop: null, moving: null }), [ui]);
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(STATE_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const drop = placeUnder(event);
      const at = { x: event.clientX, y: event.clientY };
      const { moving } = ui.getState();
      if (moving?.at.x !== at.x || moving.at.y !== at.y) ui.setState({ moving: { name: '', at } });
      if (!samePlace(drop, ui.getState().drop)) ui.setState({ drop });
    },
    onDragLeave: (event: DragEvent) => {
      // Going from one part of the canvas to another is a leave too, and not every browser says where to.
      const box = event.currentTarget.getBoundingClientRect();
      const inside = event.clientX > box.left && event.clientX < box.right && event.clientY > box.top && event.clientY < box.bottom;
      if (!inside) clear();
    },
    onDrop: (event: DragEvent) => {
      const data = event.dataTransfer.getData(STATE_MIME);
      clear();
      if (data === '') return;
      event.preventDefault();
      event.stopPropagation();
      const [place, at] = [placeUnder(event), { x: event.clientX, y: event.clientY }];
      withLaterParts(actions, async ({ incomingFrom, askOnState, pageWorld }) => {
        const incoming = await incomingFrom(data, selectLanguage(store.getState()), () => world ?? pageWorld());
        if (!incoming) return undefined;
        if (place.kind !== 'state') return insert(incoming, place, at);
        return ui.setState({ ask: askOnState({ place, at, incoming, store, ui }) });
      });
    },
  };
}
