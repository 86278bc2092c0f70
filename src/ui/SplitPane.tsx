import type { ReactNode, Ref } from 'react';
import { Group, Panel, type PanelImperativeHandle, Separator, useDefaultLayout } from 'react-resizable-panels';
import { cx } from './cx.ts';
import css from './SplitPane.module.css';

export interface SplitGroupProps {
  /** Sizes are remembered under this id. */
  readonly id: string;
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  /** Ids of the panels that are there now, so that each combination is remembered by itself. */
  readonly panelIds?: readonly string[] | undefined;
  readonly className?: string | undefined;
  /** `SplitPanel`s with a `SplitHandle` between each two. */
  readonly children: ReactNode;
}

export function SplitGroup({ id, orientation = 'horizontal', panelIds, className, children }: SplitGroupProps) {
  const remembered = useDefaultLayout({ id: `split:${id}`, storage: safeStorage, panelIds: panelIds ? [...panelIds] : undefined });
  return <Group id={id} orientation={orientation} className={className} {...remembered}>{children}</Group>;
}

export interface SplitPanelProps {
  readonly id: string;
  /** Numbers are pixels, strings may say `%`, `rem` … */
  readonly defaultSize?: number | string | undefined;
  readonly minSize?: number | string | undefined;
  readonly maxSize?: number | string | undefined;
  /** Keeps its pixels when the window changes (side panels); else its share. */
  readonly fixed?: boolean | undefined;
  readonly collapsible?: boolean | undefined;
  readonly panelRef?: Ref<PanelImperativeHandle | null> | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Panels scroll inside themselves; the library's own scroll box could not be reached by keyboard. */
const HIDE_OVERFLOW = { overflow: 'hidden' };

export function SplitPanel({ id, fixed, className, children, ...sizes }: SplitPanelProps) {
  return (
    <Panel {...sizes} id={id} className={cx(css.panel, className)} style={HIDE_OVERFLOW} groupResizeBehavior={fixed ? 'preserve-pixel-size' : 'preserve-relative-size'}>
      {children}
    </Panel>
  );
}

/** Between two panels: drag, or focus it and use the arrow keys. A double click takes the default size. */
export function SplitHandle({ label }: { readonly label: string }) {
  return <Separator className={css.handle} aria-label={label} />;
}

/** Storage may be blocked; panels then start at their defaults. */
const safeStorage = {
  getItem(key: string): string | null {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  setItem(key: string, value: string): void {
    try { localStorage.setItem(key, value); } catch { /* Not remembered: nothing to tell about a panel's width. */ }
  },
};
