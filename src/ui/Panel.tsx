import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import css from './Panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** Beside the title: what the panel is about. */
  readonly about?: ReactNode;
  /** At the right end of the header, before the close button. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly 'data-testid'?: string | undefined;
}

/** A panel of the dock: a header of its own, then content that scrolls. */
export function Panel({ title, about, actions, onClose, children, ...rest }: PanelProps) {
  return (
    <section {...rest} className={css.panel} aria-label={title}>
      <header className={css.header}>
        <h2 className={css.title}>{title}</h2>
        {about}
        <span className={css.grow} />
        {actions}
        <IconButton icon="x" label={`Close ${title}`} onClick={onClose} />
      </header>
      <div className={css.content}>{children}</div>
    </section>
  );
}
