import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { useCanvasUi, useCanvasUiStore, type CanvasUi } from './canvasUi.ts';
import { INSERTABLES, type Insertable } from './insertables.ts';
import { useInsert } from './useInsert.ts';
import css from './Floating.module.css';

const SIZE = { width: 248, height: 372 } as const;

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
  const found = INSERTABLES.filter((one) => `${one.label} ${one.hint} ${one.kind}`.toLowerCase().includes(query.trim().toLowerCase()));

  const close = (): void => {
    ui.setState({ quickAdd: null });
    onClosed();
  };
  const choose = (one: Insertable | undefined): void => {
    if (!one) return;
    // The focus goes to what was added, so that is waited for.
    ui.setState({ quickAdd: null });
    insert({ type: one.kind }, open.place, open.at);
    onClosed();
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
          aria-activedescendant={found[at] ? `quick-add-${found[at].kind}` : undefined}
          placeholder="Add a state"
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
          <div key={one.kind} id={`quick-add-${one.kind}`} role="option" aria-selected={i === at} className={css.option} onPointerMove={() => setAt(i)} onClick={() => choose(one)}>
            <StateIcon type={one.icon} size="s" />
            <span><b>{one.label}</b><small>{one.hint}</small></span>
          </div>
        ))}
        {found.length === 0 && <p className={css.none}>No kind of state is called that.</p>}
      </div>
    </div>
  );
}
