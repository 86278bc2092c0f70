import { useEffect, useRef } from 'react';
import { useActions } from '../editor/useActions.ts';
import { useEditor, useEditorStore } from '../editor/useEditor.ts';

/** When the canvas gets another size (code beside it, a panel under it), the selected card is brought back into view. */
export function useSelectionInView(): void {
  const store = useEditorStore();
  const { requestViewport } = useActions();
  const view = useEditor((s) => s.view);
  const docked = useEditor((s) => s.dock !== null);
  const before = useRef({ view, docked });
  useEffect(() => {
    if (before.current.view === view && before.current.docked === docked) return undefined;
    const enteredSplit = view === 'split' && before.current.view !== 'split';
    before.current = { view, docked };
    let frame = requestAnimationFrame(() => {
      // The canvas measures itself at the end of the first frame.
      frame = requestAnimationFrame(() => {
        const last = store.getState().selected.at(-1);
        if (last !== undefined) requestViewport({ kind: 'reveal', state: last });
        else if (enteredSplit) requestViewport({ kind: 'fit' });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [store, requestViewport, view, docked]);
}
