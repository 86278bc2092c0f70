import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Keys } from './Keys.tsx';
import css from './Tooltip.module.css';

/** Once around the app: tooltips of neighbours open without a delay after the first. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return <Base.Provider delay={500} closeDelay={0}>{children}</Base.Provider>;
}

export interface TooltipProps {
  readonly text: ReactNode;
  /** Shortcut, `Mod+Z`. */
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that takes a ref and the usual DOM props. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Only repeats or explains: whatever it says must also be reachable without hovering. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root disableHoverablePopup>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={css.positioner}>
          <Base.Popup className={css.popup}>
            {text}
            {keys !== undefined && <Keys keys={keys} className={css.keys} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
