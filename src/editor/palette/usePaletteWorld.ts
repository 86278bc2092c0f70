import { use, useEffect, useState, useSyncExternalStore } from 'react';
import type { Catalog } from '../../catalog/createCatalog.ts';
import type { Shelf } from '../../services/shelfStore.ts';
import { useActions } from '../useActions.ts';
import { pageWorld } from './pageWorld.ts';
import { PaletteWorldContext, type PaletteWorld } from './paletteWorld.ts';

export const usePaletteWorld = (): PaletteWorld => {
  const given = use(PaletteWorldContext);
  return given ?? pageWorld();
};

/** What is on the shelf; read when it is first looked at. What could not be read is handed out in a note. */
export function useShelf({ shelf }: PaletteWorld): Shelf {
  const { notify } = useActions();
  useEffect(() => {
    void shelf.untold().then((problems) => {
      // Blocked storage is said once, where drafts are kept.
      for (const { kind, message } of problems) if (kind !== 'blocked') notify({ tone: 'error', title: 'The palette could not read all it keeps', text: message });
    });
  }, [shelf, notify]);
  return useSyncExternalStore(shelf.subscribe, shelf.now);
}

/** `undefined`: not here yet; null: it could not be had. Asked for when `wanted`, and where it could not be had, once more when `again` is another text: the search. */
export function useCatalog({ catalog }: PaletteWorld, wanted: boolean, again: string): Catalog | null | undefined {
  const [known, setKnown] = useState<Catalog | null>();
  useEffect(() => {
    if (!wanted || known) return undefined;
    let gone = false;
    catalog.catalog().then((loaded) => { if (!gone) setKnown(loaded ?? null); }, () => { if (!gone) setKnown(null); });
    return () => { gone = true; };
    // What came of it asks for nothing more.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [catalog, wanted, again]);
  return known;
}
