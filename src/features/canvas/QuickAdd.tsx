import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { searchItems, serviceIn, type FoundItem } from '../../editor/palette/foundItems.ts';
import { useCatalog, usePaletteWorld, useShelf } from '../../editor/palette/usePaletteWorld.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { serviceGlyph } from '../../ui/serviceGlyph.ts';
import { StateIcon, type StateIconType } from '../../ui/StateIcon.tsx';
import { useCanvasUi, useCanvasUiStore, type CanvasUi } from './canvasUi.ts';
import { itemIncoming } from './incoming.ts';
import { INSERTABLES, type NewKind } from './insertables.ts';
import { useInsert } from './useInsert.ts';
import css from './Floating.module.css';

const SIZE = { width: 296, height: 372 } as const;

type Option = { readonly id: string; readonly name: string; readonly text: string; readonly icon: StateIconType; readonly glyph?: IconName | undefined; readonly kind?: NewKind };

/** Kinds of states first; what else is found comes behind them. */
function optionsFor(query: string, found: readonly FoundItem[]): readonly Option[] {
  const words = query.trim().toLowerCase();
  const kinds = INSERTABLES.filter((one) => `${one.label} ${one.hint} ${one.kind}`.toLowerCase().includes(words));
  return [
    ...kinds.map(({ kind, icon, label, hint }): Option => ({ id: kind, name: label, text: hint, icon, kind })),
    ...found.map(({ id, name, text, of }): Option => ({ id, name, text, icon: of === 'action' ? 'Task' : 'Parallel', glyph: of === 'action' ? serviceGlyph(serviceIn(id)) : 'flow' })),
  ];
}

/** The menu that asks what to add: search, arrows, Enter. */
export function QuickAdd({ onClosed }: { readonly onClosed: () => void }) {
  const open = useCanvasUi((ui) => ui.quickAdd);
  return open ? <QuickAddMenu key={`${open.at.x} ${open.at.y}`} open={open} onClosed={onClosed} /> : null;
}

function QuickAddMenu({ open, onClosed }: { readonly open: NonNullable<CanvasUi['quickAdd']>; readonly onClosed: () => void }) {
  const ui = useCanvasUiStore();
  const insert = useInsert();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const menu = useRef<HTMLDivElement>(null);
  const world = usePaletteWorld();
  const store = useEditorStore();
  const shelf = useShelf(world);
  const catalog = useCatalog(world, query.trim() !== '', query);
  const found = useMemo(() => optionsFor(query, searchItems(query, shelf, catalog ?? undefined)), [query, shelf, catalog]);

  const close = (): void => {
    ui.setState({ quickAdd: null });
    onClosed();
  };
  const choose = (one: Option | undefined): void => {
    if (!one) return;
    // The focus goes to what was added, so that is waited for.
    ui.setState({ quickAdd: null });
    if (one.kind !== undefined) {
      insert({ type: one.kind }, open.place, open.at);
      return onClosed();
    }
    const added = itemIncoming(one.id, selectLanguage(store.getState()), world).then((incoming) => insert(incoming, open.place, open.at));
    return void added.finally(onClosed);
  };
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) ui.setState({ quickAdd: null });
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [ui]);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) setAt((now) => (found.length === 0 ? 0 : (now + move + found.length) % found.length));
    else if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  };
  // The one that Enter takes is always to be seen.
  const seen = (option: HTMLElement | null): void => option?.scrollIntoView?.({ block: 'nearest' });
  const left = Math.max(8, Math.min(open.at.x + 8, window.innerWidth - SIZE.width - 8));
  const top = Math.max(8, Math.min(open.at.y - 16, window.innerHeight - SIZE.height - 8));
  return (
    <div ref={menu} className={`${css.quick} nowheel nopan`} role="dialog" aria-label="Add a state" style={{ left, top, width: SIZE.width }}>
      <div className={css.search}>
        <Icon name="search" size={14} />
        <input
          role="combobox"
          aria-label="Find a state to add"
          aria-expanded="true"
          aria-controls="quick-add-list"
          aria-activedescendant={found[at] ? `quick-add-${at}` : undefined}
          placeholder="A state, any AWS action, a pattern"
          value={query}
          onChange={(event) => { setQuery(event.target.value); setAt(0); }}
          onKeyDown={onKeyDown}
          autoFocus
        />
      </div>
      <div role="listbox" id="quick-add-list" aria-label="States" className={css.options}>
        {found.map((one, i) => (
          // Its keys are those of the combobox above, as the pattern has it.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div key={one.id} id={`quick-add-${i}`} ref={i === at ? seen : undefined} role="option" aria-selected={i === at} className={css.option} onPointerMove={() => setAt(i)} onClick={() => choose(one)}>
            <StateIcon type={one.icon} glyph={one.glyph} size="s" />
            <span><b>{one.name}</b><small>{one.text}</small></span>
          </div>
        ))}
        {found.length === 0 && <p className={css.none}>{catalog === undefined ? 'Looking through the actions of AWS…' : 'No state, action or pattern is called that.'}</p>}
      </div>
    </div>
  );
}
