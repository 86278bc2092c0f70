import { createKeyValue } from '../../services/keyValue.ts';
import { pageCatalog } from '../../services/pageCatalog.ts';
import { createShelfStore } from '../../services/shelfStore.ts';
import { createKeptShelf } from './keptShelf.ts';
import type { PaletteWorld } from './paletteWorld.ts';

let world: PaletteWorld | undefined;

/** One for the page. Load this module lazily. */
export const pageWorld = (): PaletteWorld => (world ??= { shelf: createKeptShelf(createShelfStore(createKeyValue('asl-studio-palette'))), catalog: pageCatalog() });
