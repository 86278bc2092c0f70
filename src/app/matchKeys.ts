/** The parts of a KeyboardEvent that a shortcut looks at. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Does the press mean `Shift+Mod+Z`? Mod is Cmd on a Mac and Ctrl elsewhere; the other of the two must not be held. */
export function matchKeys(press: KeyPress, keys: string, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (otherMod || mod !== wants('Mod') || press.altKey !== wants('Alt')) return false;
  return press.shiftKey === wants('Shift') && press.key.toLowerCase() === key.toLowerCase();
}
