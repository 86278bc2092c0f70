import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import type { StateId } from '../../asl/names.ts';
import { selectShownGraph } from '../../editor/selectors/reading.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import type { Layout } from '../../graph/types.ts';
import { goToArrows, onArrowKey } from './arrowKeys.ts';
import { useCanvasUiStore, type At } from './canvasUi.ts';
import { cardIn } from './cardIn.ts';
import { neighbour, type Direction } from './neighbour.ts';

const ARROWS: Readonly<Record<string, Direction>> = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' };

/**
 * Keys that only the canvas knows: arrows along the edges, A to add, E to the arrows of a card, Escape to clear. Those that are actions of the registry
 * (T, Enter, Delete, F …) are left to the app's one listener.
 */
export function useCanvasKeys(root: RefObject<HTMLElement | null>, layout: Layout | null, focusCard: (state: StateId) => void): (event: KeyboardEvent) => void {
  const store = useEditorStore();
  const ui = useCanvasUiStore();
  return useCallback(
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      // React hands on what is typed in a menu of the canvas too, although that stands elsewhere in the page.
      if (!root.current?.contains(event.target as Node)) return;
      const { selected, actions } = store.getState();
      const direction = ARROWS[event.key];
      const canvas = { root: root.current, store, ui, focusCard };
      const edge = (event.target as Element).closest<SVGElement>('[data-edge-id]')?.dataset['edgeId'];
      if (edge !== undefined) {
        if (onArrowKey(canvas, edge, event.key)) event.preventDefault();
        return;
      }
      // From where the focus is: it may have gone elsewhere than the selection.
      const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-state-id]')?.dataset['stateId'] as StateId | undefined;
      const from = focused ?? selected.at(-1) ?? ui.getState().active ?? null;
      if (direction && layout) {
        const to = neighbour(selectShownGraph(store.getState()), layout, from, direction);
        if (to !== null) {
          actions.select(event.shiftKey ? [...new Set([...selected, to])] : [to], 'canvas');
          focusCard(to);
        }
      } else if (event.key === 'a') {
        const state = focused ?? selected.at(-1);
        ui.setState({ quickAdd: { at: besideCard(root.current, state), place: state === undefined ? { kind: 'canvas' } : { kind: 'after', state } } });
      } else if (event.key === 'e') {
        const state = focused ?? selected.at(-1);
        if (state === undefined) return;
        goToArrows(canvas, state);
      } else if (event.key === 'Escape') {
        if (selected.length === 0 && store.getState().selectedEdge === null) return;
        actions.selectEdge(null);
        actions.select([], 'canvas');
      } else {
        return;
      }
      event.preventDefault();
    },
    [store, ui, layout, root, focusCard],
  );
}

/** Where the quick menu opens: beside the selected card, else in the middle of the canvas. */
function besideCard(root: HTMLElement | null, state: StateId | undefined): At {
  const card = state === undefined ? null : cardIn(root, state);
  const box = (card ?? root)?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  return card ? { x: box.right, y: box.top } : { x: box.left + box.width / 2 - 120, y: box.top + box.height / 3 };
}
