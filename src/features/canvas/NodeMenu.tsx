import { copy, cut, paste, savePattern } from '../../editor/actions/clipboardActions.ts';
import { duplicate, remove } from '../../editor/actions/editActions.ts';
import { addBranchAction, arrows, connectTo, moveTo, removeBranchAction, retarget, turnIntoAction, unwrap, wrapInMap, wrapInParallel } from '../../editor/actions/shapeActions.ts';
import { rename, showInCode, testState } from '../../editor/actions/stateActions.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { perform, type Action } from '../../editor/registry.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import type { IconName } from '../../ui/icons.tsx';
import { PointMenu, type MenuEntry } from '../../ui/Menu.tsx';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';

/** What can be done with the selected states, by right click or by the menu key. */
export function NodeMenu({ onClosed }: { readonly onClosed: () => void }) {
  const menu = useCanvasUi((ui) => ui.menu);
  const ui = useCanvasUiStore();
  const store = useEditorStore();
  const close = (): void => {
    ui.setState({ menu: null });
    onClosed();
  };
  const s = store.getState();
  const several = s.selected.length > 1;
  const label = several ? `Actions for ${s.selected.length} states` : menu ? `Actions for ${menu.state}` : 'Actions';
  const run = (action: Action): void => perform(action, store.getState());
  const item = (action: Action, icon?: IconName): MenuEntry => ({ id: action.id, label: action.label, icon, keys: action.keys?.[0], onSelect: () => run(action) });
  const add: MenuEntry = { id: 'add', label: 'Add after', icon: 'plus', keys: 'A', onSelect: () => menu && ui.setState({ quickAdd: { at: menu.at, place: { kind: 'after', state: menu.state } } }) };
  const entries: readonly MenuEntry[] = [
    ...(several ? [] : [item(testState, 'play'), item(rename, 'pencil'), add, item(connectTo, 'arrow-right'), item(retarget), item(arrows), item(turnIntoAction, 'swap')]),
    item(moveTo), item(wrapInParallel), item(wrapInMap), ...inside(s, item),
    'separator',
    item(cut), item(copy), item(paste), item(duplicate, 'copy'), item(savePattern, 'star'),
    'separator',
    ...(several ? [] : [item(showInCode, 'code')]),
    { id: 'delete', label: 'Delete', icon: 'trash', keys: 'Delete', danger: true, onSelect: () => run(remove) },
  ];
  return <PointMenu label={label} at={menu?.at ?? null} onClose={close} entries={menu ? entries : []} />;
}

/** Only where there is something to unwrap, or a branch. */
const inside = (s: EditorState, item: (action: Action) => MenuEntry): readonly MenuEntry[] =>
  [unwrap, addBranchAction, removeBranchAction].filter((action) => action.enabled(s) === true).map((action) => item(action));
