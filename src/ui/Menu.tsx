import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { Keys } from './Keys.tsx';
import css from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly keys?: string | undefined;
  /** A quieter second line. */
  readonly note?: string | undefined;
  readonly onSelect: () => void;
  /** Present: cannot be chosen; said below the label. */
  readonly disabledReason?: string | null | undefined;
  readonly danger?: boolean | undefined;
  /** Present: a choice that is on or off. */
  readonly checked?: boolean | undefined;
}
export type MenuEntry = MenuAction | 'separator';

export interface MenuProps {
  /** Name of the menu. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly side?: 'bottom' | 'top' | 'right' | 'left' | undefined;
}

export function Menu({ label, entries, trigger, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={css.positioner} side={side} align={align} sideOffset={4}>
          <MenuPopup label={label} entries={entries} />
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface PointMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Where it opens, in client pixels; null: closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** A context menu that its owner opens: by right click, by the menu key or by Shift+F10. */
export function PointMenu({ label, entries, at, onClose }: PointMenuProps) {
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x: at?.x ?? 0, y: at?.y ?? 0, width: 0, height: 0 }) };
  return (
    <Base.Root open={at !== null} onOpenChange={(open) => { if (!open) onClose(); }} modal={false}>
      <Base.Portal>
        <Base.Positioner className={css.positioner} anchor={anchor} side="bottom" align="start" sideOffset={2}>
          <MenuPopup label={label} entries={entries} />
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuPopup({ label, entries }: { readonly label: string; readonly entries: readonly MenuEntry[] }) {
  return (
    <Base.Popup className={css.popup} aria-label={label}>
      {entries.map((entry, index) => entry === 'separator'
        ? <Base.Separator key={`separator-${index}`} className={css.separator} />
        : <MenuRow key={entry.id} entry={entry} />)}
    </Base.Popup>
  );
}

function MenuRow({ entry }: { readonly entry: MenuAction }) {
  const disabled = entry.disabledReason != null;
  const inside = (
    <>
      {entry.checked !== undefined ? <span className={css.slot}>{entry.checked && <Icon name="check" />}</span> : entry.icon && <Icon name={entry.icon} />}
      <span className={css.label}>{entry.label}{entry.note !== undefined && <small>{entry.note}</small>}{disabled && <small>{entry.disabledReason}</small>}</span>
      {entry.keys !== undefined && <Keys keys={entry.keys} look="text" />}
    </>
  );
  const shared = { className: css.item, disabled, 'data-danger': entry.danger || undefined, label: entry.label };
  if (entry.checked !== undefined) return <Base.CheckboxItem {...shared} checked={entry.checked} onCheckedChange={entry.onSelect} closeOnClick>{inside}</Base.CheckboxItem>;
  return <Base.Item {...shared} onClick={entry.onSelect}>{inside}</Base.Item>;
}
