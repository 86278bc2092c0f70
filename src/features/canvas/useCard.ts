import type { KeyboardEvent, MouseEvent } from 'react';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { NodeData } from '../../graph/types.ts';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';
import { cardLabel } from './cardLabel.ts';
import { selectSavedMark, selectUncovered } from './savedMark.ts';
import { selectCardStatus, selectFoundMark, selectIsMocked, selectIsSelected, selectProblemTone } from './cardStatus.ts';

/** What cards and containers have in common: status, name for assistive technology, focus, menu, rename. */
export function useCard(data: NodeData) {
  const { stateId } = data;
  const selected = useEditor(selectIsSelected(stateId));
  const status = useEditor(selectCardStatus(stateId));
  const problem = useEditor(selectProblemTone(stateId));
  const mocked = useEditor(selectIsMocked(data));
  const found = useEditor(selectFoundMark(stateId));
  const saved = useEditor(selectSavedMark(data.name));
  const uncovered = useEditor(selectUncovered(data.name));
  const renaming = useEditor((s) => s.renaming !== null && s.renaming === stateId);
  const reachable = useCanvasUi((ui) => ui.active === stateId);
  const actions = useActions();
  const ui = useCanvasUiStore();
  const openMenu = (at: { x: number; y: number }, state: StateId): void => {
    // On one of several selected ones the menu is about all of them.
    if (!selected) actions.select([state], 'canvas');
    ui.setState({ menu: { at, state } });
  };
  const frame = {
    role: 'group',
    tabIndex: reachable ? 0 : -1,
    'aria-label': cardLabel(data, { status, problem, mocked, saved, uncovered }),
    'aria-current': selected || undefined,
    'data-testid': `canvas.node.${data.name}`,
    'data-state-id': stateId,
    'data-status': status,
    'data-selected': selected || undefined,
    'data-found': found,
    'data-uncovered': uncovered,
    onDoubleClick: (event: MouseEvent) => {
      event.stopPropagation();
      if (stateId !== undefined) actions.startRenaming(stateId);
    },
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (stateId !== undefined) openMenu({ x: event.clientX, y: event.clientY }, stateId);
    },
    onFocus: () => {
      if (stateId !== undefined && ui.getState().active !== stateId) ui.setState({ active: stateId });
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (!asks || stateId === undefined || event.target !== event.currentTarget) return;
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      openMenu({ x: box.left + 16, y: box.top + Math.min(box.height, 56) }, stateId);
    },
  } as const;
  return { status, problem, mocked, saved, renaming, frame };
}
