import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { StateId } from '../../asl/names.ts';
import { selectGraph } from '../../editor/selectors/graph.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { OutlineRow, ROW_HEIGHT } from './OutlineRow.tsx';
import { outlineOf } from './outlineOf.ts';
import { moveBy, rowsOf, typedAhead, type Row } from './rowsOf.ts';
import { useWindow } from './useWindow.ts';
import css from './OutlinePane.module.css';

/** The workflow as a tree of names, and the way through it without seeing it: each line says where it leads. */
export function OutlinePane() {
  const { showOutline } = useActions();
  const graph = useEditor(selectGraph);
  const items = useMemo(() => outlineOf(graph), [graph]);
  return (
    <section className={css.pane} aria-label="Outline" data-testid="outline">
      <header className={css.head}>
        <h2>Outline</h2>
        <IconButton icon="panel-left" label="Back to the palette" onClick={() => showOutline(false)} data-testid="outline.close" />
      </header>
      {items.length === 0 ? <EmptyState icon="flow" title="No states yet" text="What you add to the workflow is listed here." /> : <Tree items={items} />}
      <p className={css.foot}><Icon name="keyboard" size={14} />Enter shows a state on the canvas</p>
    </section>
  );
}

function Tree({ items }: { readonly items: ReturnType<typeof outlineOf> }) {
  const name = useEditor((s) => s.name);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(items, closed), [items, closed]);
  const [active, setActive] = useFollowedActive(rows, setClosed);
  const tree = useRef<HTMLDivElement>(null);
  const shown = useWindow(tree, rows, active, ROW_HEIGHT);
  const { goTo } = useActions();
  const toggle = (id: string): void => setClosed((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const choose = (row: Row | undefined): void => {
    if (row?.item.state != null) goTo(row.item.state);
    else if (row) toggle(row.item.id);
  };
  const typed = useTypeAhead((text) => {
    const found = typedAhead(rows, active, text);
    if (found !== null) setActive(found);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveBy(event.key, rows, active);
    if (move && 'to' in move) setActive(move.to);
    else if (move) toggle(move.toggle);
    else if (event.key === 'Enter' || event.key === ' ') choose(rows.find((row) => row.item.id === active));
    else if (event.key.length === 1) typed(event.key);
    else if (!OWN_KEYS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={tree} role="tree" aria-label={`Outline of ${name}`} tabIndex={0} aria-activedescendant={active === null ? undefined : lineId(active)} className={css.tree} onKeyDown={onKeyDown}>
      <div className={css.all} style={{ height: rows.length * ROW_HEIGHT }}>
        {shown.map(({ row, top }) => (
          <OutlineRow key={row.item.id} id={lineId(row.item.id)} row={row} top={top} active={row.item.id === active} onChoose={() => { setActive(row.item.id); choose(row); }} onToggle={() => toggle(row.item.id)} />
        ))}
      </div>
    </div>
  );
}

/** At the ends of the tree they do nothing, and must not scroll the page. */
const OWN_KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);
const lineId = (id: string): string => `outline${id}`;

/** The line the keyboard stands on. It follows a selection made elsewhere, opening what hides that. */
function useFollowedActive(rows: readonly Row[], setClosed: (change: (now: ReadonlySet<string>) => ReadonlySet<string>) => void): readonly [string | null, (id: string) => void] {
  const [active, setActive] = useState<string | null>(null);
  const selected = useEditor((s) => s.selected.at(-1));
  const pointer = useEditor((s) => pointerOf(s, selected));
  const [seen, setSeen] = useState<string | undefined>(undefined);
  if (pointer !== seen) {
    setSeen(pointer);
    if (pointer !== undefined) {
      setActive(pointer);
      setClosed((now) => openedAround(now, pointer));
    }
  }
  const known = rows.some((row) => row.item.id === active);
  return [known ? active : (rows[0]?.item.id ?? null), setActive];
}

const openedAround = (closed: ReadonlySet<string>, pointer: string): ReadonlySet<string> => new Set([...closed].filter((id) => !pointer.startsWith(`${id.replace(/^#start/, '')}/`)));

const pointerOf = (s: Parameters<typeof selectGraph>[0], state: StateId | undefined): string | undefined =>
  state === undefined ? undefined : selectGraph(s).nodes.find((node) => node.data.stateId === state)?.id;

const TYPING_PAUSE_MS = 700;

/** Letters typed one after the other belong together. */
function useTypeAhead(found: (text: string) => void): (letter: string) => void {
  const typed = useRef({ text: '', at: 0 });
  return (letter) => {
    const now = performance.now();
    const text = now - typed.current.at < TYPING_PAUSE_MS ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    found(text);
  };
}
