import type { DockTab, ThemeChoice, ViewMode } from './EditorState.ts';

/** How the screen was left; kept in the browser, not in a document. */
export interface Preferences {
  readonly view: ViewMode;
  readonly theme: ThemeChoice;
  readonly paletteOpen: boolean;
  readonly outlineOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly dock: DockTab | null;
}

export const defaultPreferences: Preferences = { view: 'canvas', theme: 'system', paletteOpen: true, outlineOpen: false, inspectorOpen: true, dock: null };

const VIEWS: readonly ViewMode[] = ['canvas', 'split', 'code'];
const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system'];
const DOCKS: readonly (DockTab | null)[] = ['problems', 'test', 'tests', 'sent', null];

/** Reads what was kept; anything unknown in it falls back to the default of that field. */
export function preferencesFrom(kept: unknown): Preferences {
  if (typeof kept !== 'object' || kept === null) return defaultPreferences;
  const read = kept as { readonly [key: string]: unknown };
  const one = <T>(key: keyof Preferences, among: readonly T[], otherwise: T): T => among.find((value) => value === read[key]) ?? otherwise;
  return {
    view: one('view', VIEWS, defaultPreferences.view),
    theme: one('theme', THEMES, defaultPreferences.theme),
    paletteOpen: one('paletteOpen', [true, false], defaultPreferences.paletteOpen),
    outlineOpen: one('outlineOpen', [true, false], defaultPreferences.outlineOpen),
    inspectorOpen: one('inspectorOpen', [true, false], defaultPreferences.inspectorOpen),
    dock: one('dock', DOCKS, defaultPreferences.dock),
  };
}
