/** Shortcuts are written `Mod+Shift+Z`: Mod is ⌘ on a Mac and Ctrl elsewhere. */
const platformIsMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const MAC: { readonly [key: string]: string } = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Delete: '⌫', Backspace: '⌫' };
const OTHER: { readonly [key: string]: string } = { Mod: 'Ctrl', Delete: 'Del' };
const SHARED: { readonly [key: string]: string } = {
  Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Space: 'Space', Plus: '+',
};

/** One label per key, as printed on a keycap: `Mod+Shift+Z` gives `Ctrl`, `Shift`, `Z`, or `⌘`, `⇧`, `Z` on a Mac. */
export function keyLabels(keys: string, mac: boolean = platformIsMac()): readonly string[] {
  const table = mac ? MAC : OTHER;
  return keys.split('+').map((key) => table[key] ?? SHARED[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

/** Value of `aria-keyshortcuts`: `Control+Shift+Z`. */
export const ariaKeys = (keys: string, mac: boolean = platformIsMac()): string =>
  keys.split('+').map((key) => (key === 'Mod' ? (mac ? 'Meta' : 'Control') : key === 'Ctrl' ? 'Control' : key)).join('+');
