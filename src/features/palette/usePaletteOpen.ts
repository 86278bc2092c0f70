import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';

/** Below these widths the palette folds to its rail, whatever was chosen on a wide window: canvas and code side by side need more. */
const NARROW = { canvas: '(max-width: 1359px)', split: '(max-width: 1679px)', code: '(max-width: 1359px)' } as const;

export function usePaletteOpen(): { readonly open: boolean; readonly toggle: () => void } {
  const store = useEditorStore();
  const { togglePalette } = useActions();
  const chosen = useEditor((s) => s.paletteOpen);
  const query = NARROW[useEditor((s) => s.view)];
  const subscribe = useCallback((changed: () => void) => {
    const list = matchMedia(query);
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [query]);
  const narrow = useSyncExternalStore(subscribe, () => matchMedia(query).matches);
  const [openWhileNarrow, setOpenWhileNarrow] = useState(false);
  // The action of the command palette must work on a narrow window too, where the choice itself is not looked at.
  useEffect(() => store.subscribe((s, before) => { if (s.paletteOpen !== before.paletteOpen) setOpenWhileNarrow((open) => !open); }), [store]);
  return narrow ? { open: openWhileNarrow, toggle: () => setOpenWhileNarrow(!openWhileNarrow) } : { open: chosen, toggle: togglePalette };
}
