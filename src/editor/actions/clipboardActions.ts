import { copyStates } from '../../asl/copyStates.ts';
import type { EditorState } from '../EditorState.ts';
import type { Action } from '../registry.ts';
import { remove } from './editActions.ts';

const needsSelection = (s: EditorState): true | string => s.selected.length > 0 || 'Select a state first.';

async function write(s: EditorState): Promise<boolean> {
  const text = copyStates(s.tree, s.selected);
  if (text === null) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    s.actions.notify({ tone: 'warning', title: 'Not copied', text: 'The browser does not let this page write to the clipboard. Use Ctrl or Cmd and C on the canvas instead.' });
    return false;
  }
}

export const words = (s: EditorState): string => (s.selected.length === 1 ? (s.selected[0] ?? '') : `${s.selected.length} states`);

export const copy: Action = {
  id: 'edit.copy', label: 'Copy', group: 'Edit', keys: ['Mod+C'], where: 'canvas', byBrowser: true, enabled: needsSelection,
  run: (s, actions) => void write(s).then((done) => done && actions.announce(`Copied ${words(s)}.`)),
};

export const cut: Action = {
  id: 'edit.cut', label: 'Cut', group: 'Edit', keys: ['Mod+X'], where: 'canvas', byBrowser: true, enabled: needsSelection,
  run: (s, actions) => void write(s).then((done) => done && remove.run(s, actions)),
};

/** Kept in the palette, for other workflows too. */
export const savePattern: Action = {
  id: 'edit.savePattern', label: 'Save as a pattern…', group: 'Edit', enabled: needsSelection,
  run: (_, actions) => actions.showDialog({ kind: 'save-pattern' }),
};

/** What the page does with a pasted text is the page's: it may be a whole workflow or a cURL command. */
export const paste: Action = {
  id: 'edit.paste', label: 'Paste', group: 'Edit', keys: ['Mod+V'], where: 'canvas', byBrowser: true, enabled: () => true,
  run: (_, actions) => {
    const refused = (): void => void actions.notify({ tone: 'warning', title: 'Not pasted', text: 'The browser does not let this page read the clipboard. Use Ctrl or Cmd and V on the canvas instead.' });
    navigator.clipboard.readText().then((text) => document.dispatchEvent(new CustomEvent('studio-paste', { detail: text })), refused);
  },
};
