import { useCallback } from 'react';
import type { OnConnectEnd } from 'reactflow';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { useCanvasUiStore } from './canvasUi.ts';
import type { CardNode } from './flowTypes.ts';
import { stateUnder } from './stateUnder.ts';
import { withLaterParts } from './withLaterParts.ts';

/**
 * Drawing an edge from a card's port: onto another card it connects, onto empty canvas it asks what to add there. From a Choice it asks whether as
 * a rule or as the Default; with Alt held it is a catcher.
 */
export function useConnect(): { readonly onConnectStart: () => void; readonly onConnectEnd: OnConnectEnd } {
  const store = useEditorStore();
  const actions = useActions();
  const ui = useCanvasUiStore();
  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, state) => {
      ui.setState({ connecting: false });
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      const card = state.fromNode as unknown as CardNode | null;
      const from = card?.data.node.stateId;
      if (!point || from === undefined) return;
      const at = { x: point.clientX, y: point.clientY };
      const to = stateUnder(at);
      if (to === null || to === from) return;
      const drawn = { from, choice: card?.data.node.type === 'Choice', to, at, catching: event.altKey, store, ui };
      withLaterParts(actions, ({ drawArrow }) => drawArrow(drawn));
    },
    [store, actions, ui],
  );
  return { onConnectStart: useCallback(() => ui.setState({ connecting: true }), [ui]), onConnectEnd };
}
