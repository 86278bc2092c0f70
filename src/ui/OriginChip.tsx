import { Icon } from './icons.tsx';
import css from './Chip.module.css';

export type RequestOrigin = 'definition' | 'connection' | 'service';

/** Who set a part of a request: the same colour and word wherever a request is shown. */
export function OriginChip({ origin }: { readonly origin: RequestOrigin }) {
  return <span className={css.origin} data-origin={origin}>{origin}</span>;
}

/** In place of a secret value. */
export function SecretChip({ children = 'redacted' }: { readonly children?: string | undefined }) {
  return <span className={css.secret}><Icon name="lock" size={12} />{children}</span>;
}
