import type { SelectionSlice } from '../EditorState.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

/** Selection is shared by canvas, code and inspector; its origin tells the others whether to follow. */
export function selectionSlice({ set, get }: SliceContext): SliceOf<SelectionSlice, 'select' | 'selectEdge'> {
  return {
    state: { selected: [], selectedEdge: null, selectionOrigin: 'other' },
    actions: {
      select(states, origin) {
        const { selected, selectedEdge } = get();
        const same = selectedEdge === null && selected.length === states.length && selected.every((id, i) => id === states[i]);
        if (!same) set({ selected: states, selectedEdge: null, selectionOrigin: origin });
      },
      selectEdge: (edge) => set(edge === null ? { selectedEdge: null } : { selectedEdge: edge, selected: [], selectionOrigin: 'canvas' }),
    },
  };
}
