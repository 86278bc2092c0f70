import { duplicateState } from '../../asl/commands/duplicateState.ts';
import { removeState } from '../../asl/commands/removeState.ts';
import { showInCode, testState } from '../../editor/actions/stateActions.ts';
import { perform } from '../../editor/registry.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { PointMenu, type MenuEntry } from '../../ui/Menu.tsx';
import { useCanvasUi, useCanvasUiStore, type At } from './canvasUi.ts';
import type { StateId } from '../../asl/names.ts';

/** What can be done with one state, by right click or by the menu key. */
export function NodeMenu({ onClosed }: { readonly onClosed: () => void }) {
  const menu = useCanvasUi((ui) => ui.menu);
  const ui = useCanvasUiStore();
  const entries = useEntries();
  const close = (): void => {
    ui.setState({ menu: null });
    onClosed();
  };
  return <PointMenu label={menu ? `Actions for ${menu.state}` : 'Actions'} at={menu?.at ?? null} onClose={close} entries={menu ? entries(menu.state, menu.at) : []} />;
}

function useEntries(): (state: StateId, at: At) => readonly MenuEntry[] {
  const store = useEditorStore();
  const ui = useCanvasUiStore();
  const { actions } = store.getState();
  return (state, at) => [
    { id: 'test', label: 'Test state', icon: 'play', keys: 'T', onSelect: () => perform(testState, store.getState()) },
    { id: 'rename', label: 'Rename', icon: 'pencil', keys: 'Enter', onSelect: () => actions.startRenaming(state) },
    { id: 'duplicate', label: 'Duplicate', icon: 'copy', keys: 'Mod+D', onSelect: () => void actions.apply(duplicateState([state]), { origin: 'canvas' }) },
    { id: 'add', label: 'Add after', icon: 'plus', keys: 'A', onSelect: () => ui.setState({ quickAdd: { at, place: { kind: 'after', state } } }) },
    'separator',
    { id: 'code', label: 'Show in code', icon: 'code', onSelect: () => perform(showInCode, store.getState()) },
    'separator',
    { id: 'delete', label: 'Delete', icon: 'trash', keys: 'Delete', danger: true, onSelect: () => void actions.apply(removeState([state]), { origin: 'canvas' }) },
  ];
}
