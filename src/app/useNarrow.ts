import { useSyncExternalStore } from 'react';

/** Below this width the palette folds to its rail and the minimap hides. */
const NARROW = '(max-width: 1359px)';

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
