import { useCallback, useRef } from 'react';
import { SelectionMode, type OnNodesChange } from 'reactflow';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import type { CardNode } from './flowTypes.ts';

/** Shift and drag draws a box; the states it touches are the selection. Any other change that React Flow proposes is not taken. */
export function useBoxSelect(nodes: readonly CardNode[]) {
  const actions = useActions();
  const store = useEditorStore();
  const drawing = useRef(false);
  const onNodesChange = useCallback<OnNodesChange<CardNode>>(
    (changes) => {
      if (!drawing.current) return;
      const stateOf = new Map(nodes.map((node) => [node.id, node.data.node.stateId]));
      const chosen = new Set<StateId>(store.getState().selected);
      for (const change of changes) {
        const state = change.type === 'select' ? stateOf.get(change.id) : undefined;
        if (change.type !== 'select' || state === undefined) continue;
        if (change.selected) chosen.add(state);
        else chosen.delete(state);
      }
      actions.select([...chosen], 'canvas');
    },
    [nodes, actions, store],
  );
  return {
    onNodesChange,
    selectionMode: SelectionMode.Partial,
    onSelectionStart: useCallback(() => {
      drawing.current = true;
    }, []),
    onSelectionEnd: useCallback(() => {
      drawing.current = false;
    }, []),
  };
}
