import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Json } from '../lib/Json.ts';
import { writeClipboard } from './CopyButton.tsx';
import { ancestorsOf, childrenOf, type IsOpen, type JsonRow, parentId, segmentsTo, sizeOf, visibleRows } from './json/jsonRows.ts';
import { PathBar, type PathRoots } from './json/PathBar.tsx';
import { scrollerOf } from './json/scrollerOf.ts';
import { textOf } from './json/textOf.ts';
import { TreeRow } from './json/TreeRow.tsx';
import { TreeSearch } from './json/TreeSearch.tsx';
import type { PathSegment } from './json/valuePath.ts';
import { useRowWindow } from './json/useRowWindow.ts';
import css from './JsonTree.module.css';

export interface JsonTreeProps {
  readonly value: Json;
  /** Name of the tree. */
  readonly label: string;
  /** What the copied paths begin with. */
  readonly roots?: PathRoots | undefined;
  /** The search field is shown; its owner has the button for it. */
  readonly searching?: boolean | undefined;
  readonly onSearching?: ((searching: boolean) => void) | undefined;
  /** A click on a value, or Enter on one, picks it. The keyboard's focus stays where it was, so that a field can take the value. */
  readonly onPick?: ((path: readonly PathSegment[]) => void) | undefined;
  /** On the button that picks: `Insert`. */
  readonly pickLabel?: string | undefined;
}

const ROW_PX = 20;
/** What has no more values than this is read at a glance, all of it open. */
const SMALL = 60;
const OPEN_LEVELS = 1;
const OPEN_ITEMS = 100;
const PAGE = 12;

const WHOLE: PathRoots = { jsonPath: '$', jsonata: '$' };

/** A value to look through: only the rows in sight exist, so that its size does not matter. Arrows walk and open; the bar below copies. */
export function JsonTree({ value, label, roots = WHOLE, searching = false, onSearching, onPick, pickLabel }: JsonTreeProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  const small = useMemo(() => isSmall(value), [value]);
  const rows = useMemo(() => visibleRows(value, openBy(toggled, small)), [value, toggled, small]);
  const { first, end } = useRowWindow(list, rows.length, ROW_PX);
  // The row may stand where nothing was drawn yet: it is scrolled to once its place is laid out.
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    reveal(list.current, rows.findIndex((row) => row.id === wanted.current));
    wanted.current = null;
  });
  const at = chosen === null ? -1 : rows.findIndex((row) => row.id === chosen);

  const pick = (row: JsonRow) => onPick?.(segmentsTo(value, row.id));
  if (rows.length === 0) return <pre className={css.text} aria-label={label} tabIndex={0}>{JSON.stringify(value)}</pre>;

  const set = (row: JsonRow, open: boolean) => setToggled(new Map(toggled).set(row.id, open));
  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setChosen(row.id);
    wanted.current = row.id;
  };
  const show = (found: string) => {
    const opened = new Map(toggled);
    for (const up of ancestorsOf(found)) opened.set(up, true);
    setToggled(opened);
    setChosen(found);
    wanted.current = found;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f' && onSearching) onSearching(true);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && row && window.getSelection()?.isCollapsed !== false) void writeClipboard(textOf(row.value)).catch(() => undefined);
    else if (event.ctrlKey || event.metaKey || event.altKey || !walk(event.key, row)) return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element; // What is clicked on is an element.
    const row = rows[Number(target.closest('[data-row]')?.getAttribute('data-row') ?? -1)];
    if (!row) return;
    setChosen(row.id);
    const chevron = target.closest('[data-chevron]') !== null;
    if (row.size && (chevron || (event.detail === 2 && !onPick))) set(row, !row.open);
    if (!chevron && event.detail < 2) pick(row);
  };
  const walk = (key: string, row: JsonRow | undefined): boolean => {
    if (key === 'ArrowDown') goTo(at + 1);
    else if (key === 'ArrowUp') goTo(at < 0 ? 0 : at - 1);
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(rows.length - 1);
    else if (key === 'PageDown') goTo(at + PAGE);
    else if (key === 'PageUp') goTo(at - PAGE);
    else if (key === 'ArrowRight' && row) row.open ? goTo(at + 1) : row.size && set(row, true);
    else if (key === 'ArrowLeft' && row) row.open ? set(row, false) : goTo(rows.findIndex((one) => one.id === parentId(row.id)));
    else if ((key === 'Enter' || key === ' ') && row) row.size ? set(row, !row.open) : pick(row);
    else if (key === '/' && onSearching) onSearching(true);
    else return false;
    return true;
  };
  return (
    <div className={css.whole}>
      {searching && <TreeSearch value={value} label={label} onShow={show} onClose={() => { onSearching?.(false); list.current?.focus({ preventScroll: true }); }} />}
      <div
        ref={list} role="tree" aria-label={label} tabIndex={0} className={css.tree} onKeyDown={onKeyDown} onClick={onClick} onMouseDown={onPick && ((event) => event.preventDefault())}
        aria-activedescendant={at >= first && at < end ? `${id}${at}` : undefined}
        style={{ paddingTop: first * ROW_PX, paddingBottom: (rows.length - end) * ROW_PX }}
      >
        {rows.slice(first, end).map((row, index) => (
          <TreeRow key={row.id} row={row} domId={`${id}${first + index}`} index={first + index} chosen={row.id === chosen} />
        ))}
      </div>
      {rows[at] && <PathBar value={value} row={rows[at]} roots={roots} onPick={onPick} pickLabel={pickLabel} />}
    </div>
  );
}

const openBy = (toggled: ReadonlyMap<string, boolean>, small: boolean): IsOpen => (id, depth, size) => toggled.get(id) ?? (small || (depth < OPEN_LEVELS && size <= OPEN_ITEMS));

/** Walks no further than it must to know. */
function isSmall(value: Json): boolean {
  let seen = 0;
  const pending: Json[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    seen += sizeOf(next) ?? 0;
    if (seen > SMALL) return false;
    for (const [, child] of childrenOf(next)) pending.push(child);
  }
  return true;
}

/** The row may not exist yet, so it is scrolled to by its number. */
function reveal(list: HTMLElement | null, index: number): void {
  if (!list || index < 0) return;
  const [top, scroller] = [list.getBoundingClientRect().top + index * ROW_PX, scrollerOf(list)];
  const box = scroller.getBoundingClientRect();
  const [above, below] = [box.top + 2 * ROW_PX - top, top + 5 * ROW_PX - box.bottom];
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
