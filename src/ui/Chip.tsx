import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './Chip.module.css';

export type ChipTone = 'neutral' | 'running' | 'succeeded' | 'caught' | 'failed' | 'accent' | 'outline';

export interface ChipProps {
  readonly tone?: ChipTone | undefined;
  /** 24 px and semibold, for the one status of a panel. */
  readonly strong?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
  readonly children: ReactNode;
  readonly 'data-testid'?: string | undefined;
}

export function Chip({ tone = 'neutral', strong, icon, children, ...rest }: ChipProps) {
  return (
    <span {...rest} className={css.chip} data-tone={tone} data-strong={strong || undefined}>
      {icon && <Icon name={icon} size={strong ? 14 : 12} />}
      <span className={css.text}>{children}</span>
    </span>
  );
}

/** How many, beside a heading or inside a tab. */
export function Count({ children }: { readonly children: ReactNode }) {
  return <span className={css.count}>{children}</span>;
}

/** A small light: on, off or warning. The word beside it says the same. */
export function Led({ state }: { readonly state: 'on' | 'off' | 'warning' | 'error' }) {
  return <span className={css.led} data-state={state} aria-hidden="true" />;
}
