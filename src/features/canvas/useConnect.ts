import { useCallback } from 'react';
import type { OnConnectEnd } from 'reactflow';
import { connect } from '../../asl/commands/connect.ts';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { useCanvasUiStore } from './canvasUi.ts';
import type { CardNode } from './flowTypes.ts';

/** Drawing an edge from a card's port: onto another card it connects, onto empty canvas it asks what to add there. */
export function useConnect(): { readonly onConnectStart: () => void; readonly onConnectEnd: OnConnectEnd } {
  const actions = useActions();
  const ui = useCanvasUiStore();
  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, state) => {
      ui.setState({ connecting: false });
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      const from = (state.fromNode as unknown as CardNode | null)?.data.node.stateId;
      if (!point || from === undefined) return;
      const at = { x: point.clientX, y: point.clientY };
      const under = document.elementFromPoint(at.x, at.y);
      const to = under?.closest<HTMLElement>('[data-state-id]')?.dataset['stateId'] as StateId | undefined;
      const onHeader = under?.closest('[data-type="Map"], [data-type="Parallel"]') === null || under?.closest('[data-container-header]') !== null;
      if (to !== undefined && onHeader) {
        const refusal = actions.apply(connect(from, to), { origin: 'canvas' });
        ui.setState({ refusal: refusal ? { at, text: refusal.message } : null });
      } else if (under?.closest('[data-canvas]')) {
        ui.setState({ quickAdd: { at, place: { kind: 'after', state: from } } });
      }
    },
    [actions, ui],
  );
  return { onConnectStart: useCallback(() => ui.setState({ connecting: true }), [ui]), onConnectEnd };
}
