import type { ReactNode } from 'react';
import { Count } from '../../ui/Chip.tsx';
import css from './Section.module.css';

interface Props {
  readonly title: string;
  /** The title names the part but is not drawn, where its first field says the same. */
  readonly hideTitle?: boolean;
  readonly count?: number | undefined;
  /** Beside the title, quieter. */
  readonly aside?: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
  readonly 'data-testid'?: string;
}

/** A part of the form, set off from the next by a hairline. */
export function Section({ title, hideTitle, count, aside, end, children, ...rest }: Props) {
  return (
    <section {...rest} className={css.section} aria-label={title}>
      {!hideTitle && (
        <div className={css.head}>
          <h3 className={css.title}>{title}</h3>
          {count !== undefined && <Count>{count}</Count>}
          {aside !== undefined && <span className={css.aside}>{aside}</span>}
          <span className={css.grow} />
          {end}
        </div>
      )}
      {children}
    </section>
  );
}
