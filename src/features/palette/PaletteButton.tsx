import type { DragEvent } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import type { PaletteItem } from './paletteItems.ts';
import css from './PalettePane.module.css';

/** What the canvas takes on a drop: `{ "kind": "Choice" }`, or `{ "item": "pattern:saga" }`. */
const DRAG_TYPE = 'application/x-asl-state';

/** After a drop the keys are about what was dropped: left on the tile, Enter would add another one. */
const goToCanvas = (event: DragEvent): void => {
  if (event.dataTransfer.dropEffect !== 'none') document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true });
};

interface PaletteButtonProps {
  readonly item: PaletteItem;
  /** Its name in the list. */
  readonly row: string;
  readonly folded: boolean;
  /** The one that Tab reaches. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onAdd: () => void;
}

export function PaletteButton({ item, row, folded, stop, onFocus, onAdd }: PaletteButtonProps) {
  const draggable = item.adds !== 'curl';
  const dragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(DRAG_TYPE, JSON.stringify(item.adds === 'item' ? { item: item.id } : { kind: item.adds }));
    event.dataTransfer.effectAllowed = 'copyMove';
  };
  const button = (
    <button type="button" className={folded ? css.tile : css.item} draggable={draggable} tabIndex={stop ? 0 : -1} aria-label={folded ? `Add ${item.name}` : undefined} title={item.note} data-item={item.id} data-row={row} data-testid={`palette.item.${item.id}`} onClick={onAdd} onFocus={onFocus} onDragStart={draggable ? dragStart : undefined} onDragEnd={draggable ? goToCanvas : undefined}>
      <StateIcon type={item.icon} glyph={item.glyph} size={folded ? 's' : 'm'} />
      {!folded && <span className={css.words}><b>{item.name}</b><small>{item.text}</small>{item.note !== undefined && <small className={css.note}>{item.note}</small>}</span>}
      {!folded && draggable && item.starred === undefined && <Icon name="grip" className={css.grip} />}
    </button>
  );
  return folded ? <Tooltip text={`Add ${item.name}`} side="right">{button}</Tooltip> : button;
}
