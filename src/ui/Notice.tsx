import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './Notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';
export const TONE_ICON: { readonly [T in NoticeTone]: IconName } = { info: 'info', success: 'ok', warning: 'warning', error: 'error' };

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Buttons below the text. */
  readonly actions?: ReactNode;
  /** A button at the right end, for one-liners. */
  readonly end?: ReactNode;
  readonly icon?: IconName | undefined;
  /** Announced when it appears. Off where it stands from the start. */
  readonly announce?: boolean | undefined;
  readonly 'data-testid'?: string | undefined;
}

/** What happened and the next step, inside the panel it is about. */
export function Notice({ tone, title, text, actions, end, icon, announce, ...rest }: NoticeProps) {
  return (
    <div {...rest} className={css.notice} data-tone={tone} role={announce ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? TONE_ICON[tone]} />
      <div className={css.words}>
        <strong className={css.title}>{title}</strong>
        {text && <div className={css.text}>{text}</div>}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
      {end}
    </div>
  );
}
