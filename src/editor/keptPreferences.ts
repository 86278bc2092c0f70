import type { EditorStore } from './createEditorStore.ts';
import { preferencesFrom, type Preferences } from './preferences.ts';

const KEY = 'asl-studio.preferences';
type Store = Pick<Storage, 'getItem' | 'setItem'>;

export function keptPreferences(storage: Store): Preferences {
  try {
    return preferencesFrom(JSON.parse(storage.getItem(KEY) ?? 'null'));
  } catch {
    return preferencesFrom(null);
  }
}

/** Writes them whenever one of them changes. */
export function keepPreferences(store: EditorStore, storage: Store): void {
  store.subscribe(({ view, theme, paletteOpen, outlineOpen, inspectorOpen, dock }, before) => {
    const same = view === before.view && theme === before.theme && paletteOpen === before.paletteOpen && outlineOpen === before.outlineOpen && inspectorOpen === before.inspectorOpen && dock === before.dock;
    if (same) return;
    try {
      storage.setItem(KEY, JSON.stringify({ view, theme, paletteOpen, outlineOpen, inspectorOpen, dock }));
    } catch {
      // Full storage: the screen is arranged by default next time.
    }
  });
}
