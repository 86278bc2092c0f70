import { useState } from 'react';
import { UNCONFIRMED } from '../../../http/unconfirmed.ts';
import { originOf } from '../../../http/allowedOrigins.ts';
import type { Exchange } from '../../../http/exchange.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import css from './Exchange.module.css';

const UNSETTLED: ReadonlySet<string> = new Set(Object.values(UNCONFIRMED));

interface Props {
  readonly prepared: PreparedRequest;
  readonly exchange?: Exchange | undefined;
  /** Several remarks take one line until they are asked for. */
  readonly folded?: boolean;
}

/** Below the URL: where it went, what AWS would say to it, what was replaced, and what nobody has confirmed. */
export function RequestNotes({ prepared, exchange, folded = false }: Props) {
  const [open, setOpen] = useState(!folded);
  const elsewhere = exchange !== undefined && exchange.request.sentTo !== exchange.request.url;
  const notes = [...new Set(prepared.notes.concat(exchange?.notes ?? []))];
  if (!elsewhere && prepared.awsWouldRefuse === undefined && notes.length === 0) return null;
  const isFold = folded && notes.length > 1;
  const unsettled = notes.filter((note) => UNSETTLED.has(note)).length;
  return (
    <>
      <ul className={css.notes}>
        {elsewhere && <li data-testid="request.sentTo"><Icon name="arrow-right" size={12} /><span>Sent to <code>{originOf(exchange.request.sentTo)}</code> by this workflow's host mapping.</span></li>}
        {prepared.awsWouldRefuse !== undefined && <li><Icon name="warning" size={12} /><span>{prepared.awsWouldRefuse}</span></li>}
        {(!isFold || open) && notes.map((note) => <Note key={note} note={note} />)}
      </ul>
      {isFold && (
        <Button size="small" variant="ghost" iconEnd={open ? 'chevron-up' : 'chevron-down'} aria-expanded={open} onClick={() => setOpen(!open)} className={css.fold}>
          {open ? 'Fewer remarks' : `${notes.length} remarks${unsettled === 0 ? '' : `, ${unsettled} on what AWS does not document`}`}
        </Button>
      )}
    </>
  );
}

function Note({ note }: { readonly note: string }) {
  const isUnsettled = UNSETTLED.has(note);
  return (
    <li>
      <Icon name={isUnsettled ? 'unknown' : 'info'} size={12} />
      <span>{isUnsettled && <><span className={css.unconfirmed}>Unconfirmed.</span>{' '}</>}{note}</span>
    </li>
  );
}
