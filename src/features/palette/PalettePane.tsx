import { useState } from 'react';
import { useEditorStore } from '../../editor/useEditor.ts';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Keycap } from '../../ui/Keys.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { addFromPalette } from './addFromPalette.ts';
import { itemsFor, PALETTE_ITEMS, type PaletteItem, type PaletteTab } from './paletteItems.ts';
import { PaletteList } from './PaletteList.tsx';
import { usePaletteOpen } from './usePaletteOpen.ts';
import { useSearchKey } from './useSearchKey.ts';
import css from './PalettePane.module.css';

const TABS: readonly { readonly id: PaletteTab; readonly label: string }[] = [{ id: 'actions', label: 'Actions' }, { id: 'flow', label: 'Flow' }];

/** What can be added: dragged onto the canvas, or with Enter behind the selected state. */
export function PalettePane() {
  const store = useEditorStore();
  const { open, toggle } = usePaletteOpen();
  const add = (item: PaletteItem): void => addFromPalette(item, store.getState());
  return open ? <OpenPalette onAdd={add} onClose={toggle} /> : <Rail onAdd={add} onOpen={toggle} />;
}

interface PaletteProps {
  readonly onAdd: (item: PaletteItem) => void;
}

function OpenPalette({ onAdd, onClose }: PaletteProps & { readonly onClose: () => void }) {
  const [tab, setTab] = useState<PaletteTab>('actions');
  const [search, setSearch] = useState('');
  const searchField = useSearchKey();
  const searching = search.trim() !== '';
  const items = itemsFor(tab, search);
  const list = <PaletteList items={items} onAdd={onAdd} />;
  return (
    <section className={css.palette} aria-label="Palette" data-testid="palette">
      <div className={css.find}>
        <div className={css.field}>
          <TextField ref={searchField} label="Search states and actions" hideLabel icon="search" placeholder="Search states" value={search} onChange={setSearch} end={search === '' && <Keycap>/</Keycap>} onKeyDown={(event) => { if (event.key === 'Escape') setSearch(''); }} data-testid="palette.search" />
        </div>
        <IconButton icon="panel-left" label="Fold the palette" onClick={onClose} data-testid="palette.fold" />
      </div>
      {searching
        ? <div className={css.list}>{items.length > 0 ? list : <p className={css.none}>Nothing is called <b>{search.trim()}</b>. Any AWS service can be called with an AWS service task.</p>}</div>
        : <Tabs label="Palette" items={TABS} value={tab} onChange={setTab} data-testid="palette.tab"><div className={css.list}>{list}</div></Tabs>}
      <p className={css.foot}><Icon name="info" size={14} />Drag onto an arrow, or press Enter</p>
    </section>
  );
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
