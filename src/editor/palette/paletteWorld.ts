import { createContext } from 'react';
import type { CatalogReader } from '../../catalog/createCatalogReader.ts';
import type { KeptShelf } from './keptShelf.ts';

/** What the palette and the quick menu draw from. */
export interface PaletteWorld {
  readonly shelf: KeptShelf;
  readonly catalog: Pick<CatalogReader, 'catalog' | 'docs' | 'requestShape'>;
}

/** Null: the page's own, which comes lazily (`pageWorld`); tests hand in one that lives in memory. */
export const PaletteWorldContext = createContext<PaletteWorld | null>(null);
