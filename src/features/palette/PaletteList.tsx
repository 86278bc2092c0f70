import { type KeyboardEvent, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useFocusKept } from '../../ui/useFocusKept.ts';
import { OPEN_AT_FIRST } from './groupedItems.ts';
import { PaletteButton } from './PaletteButton.tsx';
import type { PaletteItem } from './paletteItems.ts';
import { RowButtons } from './RowButtons.tsx';
import css from './PalettePane.module.css';

export interface PaletteListProps {
  readonly items: readonly PaletteItem[];
  readonly onAdd: (item: PaletteItem) => void;
  readonly folded?: boolean | undefined;
  /** Every group is open, and none can be closed: what was searched for. */
  readonly allOpen?: boolean | undefined;
}

const rowsIn = (list: HTMLElement): readonly Element[] => [...list.querySelectorAll('li')];

/** The same action may stand in several groups. */
const keyOf = ({ group, id }: PaletteItem): string => `${group}/${id}`;

/** One tab stop; up and down move through the items of all open groups, right and left to the buttons of an item and back. Enter or a click adds. */
export function PaletteList({ items, onAdd, folded, allOpen }: PaletteListProps) {
  const kept = useFocusKept<HTMLDivElement>(rowsIn);
  const [current, setCurrent] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (group: string): boolean => folded === true || allOpen === true || OPEN_AT_FIRST.has(group) !== turned.has(group);
  const groups = [...new Set(items.map((item) => item.group))];
  const reach = groups.flatMap((group) => [...(OPEN_AT_FIRST.has(group) || folded || allOpen ? [] : [group]), ...(isOpen(group) ? items.filter((item) => item.group === group).map(keyOf) : [])]);
  const stop = reach.includes(current) ? current : reach[0];
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return sideways(event);
    const at = reach.indexOf(stop ?? '');
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: reach.length - 1 }[event.key];
    const next = to === undefined ? undefined : reach[Math.max(0, Math.min(to, reach.length - 1))];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    [...(kept.ref.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((one) => one.dataset['row'] === next)?.focus();
  };
  const turn = (group: string): void => {
    setCurrent(group);
    setTurned((now) => new Set(now.has(group) ? [...now].filter((one) => one !== group) : [...now, group]));
  };
  return (
    <div {...kept} role="presentation" className={css.groups}>
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          {!folded && (OPEN_AT_FIRST.has(group) || allOpen
            ? <h3 className={css.group}>{group}</h3>
            : <h3><button type="button" className={css.group} aria-expanded={isOpen(group)} tabIndex={group === stop ? 0 : -1} data-row={group} onFocus={() => setCurrent(group)} onClick={() => turn(group)} onKeyDown={keyDown}><Icon name={isOpen(group) ? 'chevron-down' : 'chevron-right'} size={12} />{group}</button></h3>)}
          {isOpen(group) && (
            <ul>
              {items.filter((item) => item.group === group).map((item) => (
                // Its keys are those of the buttons in it.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
                <li key={item.id} className={css.row} onKeyDown={keyDown}>
                  <PaletteButton item={item} row={keyOf(item)} folded={folded ?? false} stop={keyOf(item) === stop} onFocus={() => setCurrent(keyOf(item))} onAdd={() => onAdd(item)} />
                  {!folded && item.starred !== undefined && <RowButtons item={item} />}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

/** Among the buttons of one row. */
function sideways(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement)) return;
  const row = [...(event.target.closest('li')?.querySelectorAll('button') ?? [])];
  const to = row[row.findIndex((button) => button === event.target) + (event.key === 'ArrowRight' ? 1 : -1)];
  if (!to) return;
  event.preventDefault();
  to.focus();
}
