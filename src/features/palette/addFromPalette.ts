import { addState } from '../../asl/commands/addState.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { endOfMainPath } from '../../asl/endOfMainPath.ts';
import type { PaletteItem } from './paletteItems.ts';

/** Behind the selected state, else at the end of the main path, else unconnected. A refusal is shown as well as announced. */
export function addFromPalette(item: PaletteItem, s: EditorState): void {
  const { actions } = s;
  if (item.adds === 'curl') return actions.showDialog({ kind: 'curl', command: '' });
  const [selected, ...others] = s.selected;
  const after = others.length === 0 && selected !== undefined ? selected : endOfMainPath(s.tree);
  const refusal = actions.apply(addState({ type: item.adds, after }), { origin: 'other' });
  if (refusal) actions.notify({ tone: 'warning', title: `${item.name} was not added`, text: refusal.message });
  return undefined;
}
