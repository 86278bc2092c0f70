/** Shortcuts are written `Mod+Shift+Z`: Mod is ⌘ on a Mac and Ctrl elsewhere. */
const platformIsMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const MAC: { readonly [key: string]: string } = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Delete: '⌫', Backspace: '⌫' };
const OTHER: { readonly [key: string]: string } = { Mod: 'Ctrl', Delete: 'Del' };
const SHARED: { readonly [key: string]: string } = {
  Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Space: 'Space', Plus: '+',
};

/** Written order does not matter (`Shift+Mod+Z`): each platform has its own. */
const ORDER = { mac: ['Ctrl', 'Alt', 'Shift', 'Mod'], other: ['Ctrl', 'Mod', 'Alt', 'Shift'] };
function inOrder(keys: string, mac: boolean): readonly string[] {
  const order = mac ? ORDER.mac : ORDER.other;
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return keys.split('+').toSorted((a, b) => rank(a) - rank(b));
}

/** One label per key, as printed on a keycap: `Mod+Shift+Z` gives `Ctrl`, `Shift`, `Z`, or `⌘`, `⇧`, `Z` on a Mac. */
export function keyLabels(keys: string, mac: boolean = platformIsMac()): readonly string[] {
  const table = mac ? MAC : OTHER;
  return inOrder(keys, mac).map((key) => table[key] ?? SHARED[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

/** Value of `aria-keyshortcuts`: `Control+Shift+Z`. */
export const ariaKeys = (keys: string, mac: boolean = platformIsMac()): string =>
  inOrder(keys, mac).map((key) => (key === 'Mod' ? (mac ? 'Meta' : 'Control') : key === 'Ctrl' ? 'Control' : key)).join('+');
