import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the palette folds to its rail and the minimap hides. */
const NARROW = '(max-width: 1359px)';
/** Below this width the inspector lies over the canvas instead of beside it. */
const SMALL = '(max-width: 1099px)';
/** Below this height (a big zoom) canvas and bottom panel would leave each other nothing. */
const SHORT = '(max-height: 519px)';

function useMedia(query: string): boolean {
  const subscribe = useCallback((changed: () => void) => {
    const list = matchMedia(query);
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [query]);
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

export const useNarrow = (): boolean => useMedia(NARROW);
export const useShort = (): boolean => useMedia(SHORT);
export const useSmall = (): boolean => useMedia(SMALL);
