import { useEffect } from 'react';
import { selectEntry } from '../../editor/selectors/document.ts';
import { containersAround } from '../../editor/selectors/reading.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';

/**
 * A state that was chosen elsewhere (a problem, the inspector, undo) is opened to: its closed containers open. A caret in the code is
 * no choice of that kind, it passes through many states.
 */
export function useOpenSelected(): void {
  const store = useEditorStore();
  const actions = useActions();
  const selected = useEditor((s) => s.selected);
  useEffect(() => {
    const s = store.getState();
    const last = selected.at(-1);
    if (last === undefined || s.selectionOrigin === 'canvas' || s.selectionOrigin === 'code') return;
    const entry = selectEntry(last)(s);
    if (!entry) return;
    const around = containersAround(entry).map((outer) => outer.id);
    const hidden = around.some((outer) => Object.hasOwn(s.sidecar.folded, outer)) || (s.inside !== null && !around.includes(s.inside));
    if (hidden) actions.goTo(last);
  }, [selected, store, actions]);
}
