import { useMemo, useState } from 'react';
import type { Catalog } from '../../catalog/createCatalog.ts';
import { savePattern } from '../../editor/actions/clipboardActions.ts';
import { useCatalog, usePaletteWorld, useShelf } from '../../editor/palette/usePaletteWorld.ts';
import { perform } from '../../editor/registry.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Keycap } from '../../ui/Keys.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { addFromPalette } from './addFromPalette.ts';
import { groupedItems } from './groupedItems.ts';
import { useNotes } from './useNotes.ts';
import { PALETTE_ITEMS, type PaletteItem, type PaletteTab } from './paletteItems.ts';
import { PaletteList } from './PaletteList.tsx';
import { usePaletteOpen } from './usePaletteOpen.ts';
import { useSearchKey } from './useSearchKey.ts';
import css from './PalettePane.module.css';

const NONE: readonly PaletteItem[] = [];
const TABS: readonly { readonly id: PaletteTab; readonly label: string }[] = [{ id: 'actions', label: 'Actions' }, { id: 'flow', label: 'Flow' }, { id: 'patterns', label: 'Patterns' }];

/** What can be added: dragged onto the canvas, or with Enter behind the selected state. */
export function PalettePane() {
  const store = useEditorStore();
  const { open, toggle } = usePaletteOpen();
  const world = usePaletteWorld();
  const add = (item: PaletteItem): void => void addFromPalette(item, store.getState, world);
  return open ? <OpenPalette onAdd={add} onClose={toggle} /> : <Rail onAdd={add} onOpen={toggle} />;
}

interface PaletteProps {
  readonly onAdd: (item: PaletteItem) => void;
}

export function OpenPalette({ onAdd, onClose }: PaletteProps & { readonly onClose: () => void }) {
  const [tab, setTab] = useState<PaletteTab>('actions');
  const [search, setSearch] = useState('');
  const searchField = useSearchKey();
  const searching = search.trim() !== '';
  const world = usePaletteWorld();
  const shelf = useShelf(world);
  const catalog = useCatalog(world, searching || shelf.favourites.length + shelf.recent.length > 0 || tab === 'actions', search);
  const found = useMemo(() => groupedItems(tab, search, shelf, catalog ?? undefined), [tab, search, shelf, catalog]);
  const items = useNotes(searching ? found : NONE, world);
  const list = <PaletteList items={searching ? items : found} onAdd={onAdd} allOpen={searching} />;
  return (
    <section className={css.palette} aria-label="Palette" data-testid="palette">
      <div className={css.find}>
        <div className={css.field}>
          <TextField ref={searchField} label="Search states and actions" hideLabel icon="search" placeholder="Search everything" value={search} onChange={setSearch} end={search === '' && <Keycap>/</Keycap>} onKeyDown={(event) => { if (event.key === 'Escape') setSearch(''); }} data-testid="palette.search" />
        </div>
        <IconButton icon="panel-left" label="Fold the palette" onClick={onClose} data-testid="palette.fold" />
      </div>
      {searching
        ? <div className={css.list}>{items.length > 0 ? list : <Nothing search={search.trim()} catalog={catalog} />}</div>
        : <Tabs label="Palette" items={TABS} value={tab} onChange={setTab} data-testid="palette.tab"><div className={css.list}>{list}{tab === 'patterns' && <SaveOwn />}</div></Tabs>}
      <p className={css.foot}><Icon name="info" size={14} />Drag onto an arrow, or press Enter</p>
    </section>
  );
}

function Nothing({ search, catalog }: { readonly search: string; readonly catalog: Catalog | null | undefined }) {
  if (catalog === undefined) return <p className={css.none}>Looking through the actions of AWS…</p>;
  if (catalog === null) return <p className={css.none}>No state is called <b>{search}</b>, and the list of AWS actions could not be loaded. Start the studio again with npm start, then search again.</p>;
  return <p className={css.none}>Nothing is called <b>{search}</b>. Try the name of a service, or a verb: <b>put item</b>, <b>send email</b>.</p>;
}

/** The way to patterns of one's own. */
function SaveOwn() {
  const store = useEditorStore();
  const count = useEditor((s) => s.selected.length);
  const label = count > 1 ? `Save ${count} states as a pattern` : 'Save selection as a pattern';
  return <div className={css.save}><Button icon="plus" variant="secondary" disabledReason={count === 0 ? 'Select states on the canvas first.' : null} onClick={() => perform(savePattern, store.getState())}>{label}</Button></div>;
}

/** Folded: the tiles alone, with the same drag and click. */
function Rail({ onAdd, onOpen }: PaletteProps & { readonly onOpen: () => void }) {
  return (
    <section className={css.rail} aria-label="Palette" data-testid="palette">
      <IconButton icon="panel-left" label="Open the palette" tooltipSide="right" onClick={onOpen} data-testid="palette.open" />
      <PaletteList items={PALETTE_ITEMS.filter((item) => item.adds !== 'curl')} onAdd={onAdd} folded />
    </section>
  );
}
