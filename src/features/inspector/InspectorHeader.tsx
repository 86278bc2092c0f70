import { duplicate, remove } from '../../editor/actions/editActions.ts';
import { showInCode } from '../../editor/actions/stateActions.ts';
import { perform } from '../../editor/registry.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import type { StateEntry } from '../../asl/states.ts';
import { cardType } from '../../graph/summary.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { useState } from 'react';
import { StateTitle } from './StateTitle.tsx';
import { typeLine } from './typeLine.ts';
import css from './InspectorHeader.module.css';

/** Which state it is, its test, and what can be done with the whole of it. */
export function InspectorHeader({ entry }: { readonly entry: StateEntry }) {
  const [renaming, setRenaming] = useState(false);
  const language = useEditor(selectLanguage);
  const store = useEditorStore();
  const { showDock } = useActions();
  const entries: readonly MenuEntry[] = [
    { id: 'rename', label: 'Rename', icon: 'pencil', keys: 'F2', onSelect: () => setRenaming(true) },
    { id: 'duplicate', label: 'Duplicate', icon: 'copy', keys: 'Mod+D', onSelect: () => perform(duplicate, store.getState()) },
    { id: 'code', label: 'Show in code', icon: 'code', onSelect: () => perform(showInCode, store.getState()) },
    'separator',
    { id: 'delete', label: 'Delete', icon: 'trash', danger: true, onSelect: () => perform(remove, store.getState()) },
  ];
  return (
    <header className={css.header}>
      <StateIcon type={cardType(entry.type, entry.node)} size="l" />
      <div className={css.words}>
        <StateTitle entry={entry} editing={renaming} onEditing={setRenaming} />
        <span className={css.type}>{typeLine(entry, language)}</span>
      </div>
      <Button variant="primary" icon="play" onClick={() => showDock('test')} data-testid="inspector.test">Test state</Button>
      <Menu label={`Actions for ${entry.name}`} align="end" entries={entries} trigger={<IconButton icon="more" label="More actions" data-testid="inspector.more" />} />
    </header>
  );
}
