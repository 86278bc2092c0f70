import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import css from './Popover.module.css';

export interface PopoverProps {
  /** Name, and the heading unless `hideTitle`. */
  readonly title: string;
  readonly hideTitle?: boolean | undefined;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly side?: 'bottom' | 'top' | 'right' | 'left' | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

export function Popover({ title, hideTitle, trigger, children, side = 'bottom', align = 'start', open, onOpenChange }: PopoverProps) {
  // The library tells controlled from uncontrolled by the key's presence.
  const control = open === undefined ? {} : { open };
  return (
    <Base.Root {...control} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={css.positioner} side={side} align={align} sideOffset={6}>
          <Base.Popup className={css.popup}>
            <Base.Title className={hideTitle ? 'visually-hidden' : css.title}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
