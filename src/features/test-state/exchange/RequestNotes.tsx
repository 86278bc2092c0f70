import { UNCONFIRMED } from '../../../http/unconfirmed.ts';
import { originOf } from '../../../http/allowedOrigins.ts';
import type { Exchange } from '../../../http/exchange.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { Icon } from '../../../ui/icons.tsx';
import css from './Exchange.module.css';

const UNSETTLED: ReadonlySet<string> = new Set(Object.values(UNCONFIRMED));

/** Below the URL: where it went, what AWS would say to it, what was replaced, and what nobody has confirmed. */
export function RequestNotes({ prepared, exchange }: { readonly prepared: PreparedRequest; readonly exchange?: Exchange | undefined }) {
  const elsewhere = exchange !== undefined && exchange.request.sentTo !== exchange.request.url;
  const notes = prepared.notes.concat(exchange?.notes ?? []);
  if (!elsewhere && prepared.awsWouldRefuse === undefined && notes.length === 0) return null;
  return (
    <ul className={css.notes}>
      {elsewhere && <li data-testid="request.sentTo"><Icon name="arrow-right" size={12} /><span>Sent to <code>{originOf(exchange.request.sentTo)}</code> by this workflow's host mapping.</span></li>}
      {prepared.awsWouldRefuse !== undefined && <li><Icon name="warning" size={12} /><span>{prepared.awsWouldRefuse}</span></li>}
      {notes.map((note) => (
        <li key={note}>
          <Icon name={UNSETTLED.has(note) ? 'unknown' : 'info'} size={12} />
          <span>{UNSETTLED.has(note) && <><span className={css.unconfirmed}>Unconfirmed.</span>{' '}</>}{note}</span>
        </li>
      ))}
    </ul>
  );
}
