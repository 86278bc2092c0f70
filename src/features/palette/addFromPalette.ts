import { addState } from '../../asl/commands/addState.ts';
import type { Target } from '../../asl/commands/placement.ts';
import type { Command } from '../../asl/operations.ts';
import { endOfMainPath } from '../../asl/endOfMainPath.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { itemCommand } from '../../editor/palette/itemCommand.ts';
import type { PaletteWorld } from '../../editor/palette/paletteWorld.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import type { PaletteItem } from './paletteItems.ts';

/** Behind the selected state, else at the end of the main path, else unconnected. A refusal is shown as well as announced. */
export async function addFromPalette(item: PaletteItem, now: () => EditorState, world: PaletteWorld): Promise<void> {
  if (item.adds === 'curl') return now().actions.showDialog({ kind: 'curl', command: '' });
  if (item.adds !== 'item') return void put(item, now(), addState({ type: item.adds, ...targetIn(now()) }));
  const command = await itemCommand(item.id, selectLanguage(now()), world);
  if (put(item, now(), command.make(targetIn(now())))) void world.shelf.used(item.id);
}

function targetIn({ selected: [only, ...others], tree }: EditorState): Target {
  return { after: others.length === 0 && only !== undefined ? only : endOfMainPath(tree) };
}

/** False: refused. */
function put(item: PaletteItem, { actions }: EditorState, command: Command): boolean {
  const refusal = actions.apply(command, { origin: 'other' });
  if (refusal) actions.notify({ tone: 'warning', title: `${item.name} was not added`, text: refusal.message });
  return refusal === null;
}
