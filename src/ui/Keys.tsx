import { cx } from './cx.ts';
import { keyLabels } from './keys.ts';
import css from './Keys.module.css';

export function Keycap({ children }: { readonly children: string }) {
  return <kbd className={css.keycap}>{children}</kbd>;
}

export interface KeysProps {
  /** `Mod+K`. */
  readonly keys: string;
  /** `caps`: one keycap per key. `text`: plain, for menus and buttons. */
  readonly look?: 'caps' | 'text' | undefined;
  readonly className?: string | undefined;
}

/** A shortcut as people see it on their own keyboard. */
export function Keys({ keys, look = 'caps', className }: KeysProps) {
  const labels = keyLabels(keys);
  if (look === 'text') return <kbd className={cx(css.text, className)}>{labels.join(' ')}</kbd>;
  return <span className={cx(css.row, className)}>{labels.map((label) => <Keycap key={label}>{label}</Keycap>)}</span>;
}
