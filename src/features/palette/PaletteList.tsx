import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import type { PaletteItem } from './paletteItems.ts';
import css from './PalettePane.module.css';

/** What the canvas takes on a drop: `{ "kind": "Choice" }`. */
const DRAG_TYPE = 'application/x-asl-state';

/** After a drop the keys are about what was dropped: left on the tile, Enter would add another one. */
const goToCanvas = (event: DragEvent): void => {
  if (event.dataTransfer.dropEffect !== 'none') document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true });
};

export interface PaletteListProps {
  readonly items: readonly PaletteItem[];
  readonly onAdd: (item: PaletteItem) => void;
  readonly folded?: boolean | undefined;
}

/** One tab stop; arrows move through the items of all groups, Enter or a click adds. */
export function PaletteList({ items, onAdd, folded }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(items[0]?.id);
  const stop = items.some((item) => item.id === current) ? current : items[0]?.id;
  const keyDown = (event: KeyboardEvent): void => {
    const at = items.findIndex((item) => item.id === stop);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const next = to === undefined ? undefined : items[Math.max(0, Math.min(to, items.length - 1))];
    if (!next) return;
    event.preventDefault();
    setCurrent(next.id);
    list.current?.querySelector<HTMLElement>(`[data-item="${next.id}"]`)?.focus();
  };
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <div ref={list} className={css.groups}>
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          {!folded && <h3 className={css.group}>{group}</h3>}
          <ul>
            {items.filter((item) => item.group === group).map((item) => (
              <li key={item.id}>
                <PaletteButton item={item} folded={folded ?? false} stop={item.id === stop} onFocus={() => setCurrent(item.id)} onAdd={() => onAdd(item)} onKeyDown={keyDown} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface PaletteButtonProps {
  readonly item: PaletteItem;
  readonly folded: boolean;
  /** The one that Tab reaches. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onAdd: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PaletteButton({ item, folded, stop, onFocus, onAdd, onKeyDown }: PaletteButtonProps) {
  const draggable = item.adds !== 'curl';
  const dragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(DRAG_TYPE, JSON.stringify({ kind: item.adds }));
    event.dataTransfer.effectAllowed = 'copyMove';
  };
  const button = (
    <button type="button" className={folded ? css.tile : css.item} draggable={draggable} tabIndex={stop ? 0 : -1} aria-label={folded ? `Add ${item.name}` : undefined} data-item={item.id} data-testid={`palette.item.${item.id}`} onClick={onAdd} onFocus={onFocus} onKeyDown={onKeyDown} onDragStart={draggable ? dragStart : undefined} onDragEnd={draggable ? goToCanvas : undefined}>
      <StateIcon type={item.icon} glyph={item.glyph} size={folded ? 's' : 'm'} />
      {!folded && <span className={css.words}><b>{item.name}</b><small>{item.text}</small></span>}
      {!folded && draggable && <Icon name="grip" className={css.grip} />}
    </button>
  );
  return folded ? <Tooltip text={`Add ${item.name}`} side="right">{button}</Tooltip> : button;
}
