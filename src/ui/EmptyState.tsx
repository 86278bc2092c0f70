import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  /** What to do next. */
  readonly text?: ReactNode;
  /** A button. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <span className={css.art}><Icon name={icon} /></span>
      <strong className={css.title}>{title}</strong>
      {text && <p className={css.text}>{text}</p>}
      {action}
    </div>
  );
}
