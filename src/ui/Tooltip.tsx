import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { TooltipHost } from './TooltipHost.tsx';

/** Once around the app: it holds the one popup that all tooltips share. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <TooltipHost />
    </>
  );
}

export interface TooltipProps {
  readonly text: string;
  /** Shortcut, `Mod+Z`. */
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that hands `data-*` on to the DOM. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Only repeats or explains: whatever it says must also be reachable without hovering. */
export function Tooltip({ text, keys, side, children }: TooltipProps) {
  return cloneElement(children, { 'data-tip': text, 'data-tip-keys': keys, 'data-tip-side': side });
}
