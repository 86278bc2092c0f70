import { useEffect, useState, useSyncExternalStore } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';

/** Below this width the palette folds to its rail, whatever was chosen on a wide window. */
const NARROW = '(max-width: 1359px)';

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export function usePaletteOpen(): { readonly open: boolean; readonly toggle: () => void } {
  const store = useEditorStore();
  const { togglePalette } = useActions();
  const chosen = useEditor((s) => s.paletteOpen);
  const narrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
  const [openWhileNarrow, setOpenWhileNarrow] = useState(false);
  // The action of the command palette must work on a narrow window too, where the choice itself is not looked at.
  useEffect(() => store.subscribe((s, before) => { if (s.paletteOpen !== before.paletteOpen) setOpenWhileNarrow((open) => !open); }), [store]);
  return narrow ? { open: openWhileNarrow, toggle: () => setOpenWhileNarrow(!openWhileNarrow) } : { open: chosen, toggle: togglePalette };
}
