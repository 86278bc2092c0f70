import { originOf } from '../../../http/allowedOrigins.ts';
import type { Exchange } from '../../../http/exchange.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Remarks } from './Remarks.tsx';

interface Props {
  readonly prepared: PreparedRequest;
  readonly exchange?: Exchange | undefined;
  /** Several remarks take one line until they are asked for. */
  readonly folded?: boolean;
}

/** Below the URL: where it went, what AWS would say to it, what was replaced, and what nobody has confirmed. */
export function RequestNotes({ prepared, exchange, folded = false }: Props) {
  const elsewhere = exchange !== undefined && exchange.request.sentTo !== exchange.request.url;
  const notes = [...new Set(prepared.notes.concat(exchange?.notes ?? []))];
  if (!elsewhere && prepared.awsWouldRefuse === undefined && notes.length === 0) return null;
  return (
    <Remarks notes={notes} folded={folded}>
      {elsewhere && <li data-testid="request.sentTo"><Icon name="arrow-right" size={12} /><span>Sent to <code>{originOf(exchange.request.sentTo)}</code> by this workflow's host mapping.</span></li>}
      {prepared.awsWouldRefuse !== undefined && <li><Icon name="warning" size={12} /><span>{prepared.awsWouldRefuse}</span></li>}
    </Remarks>
  );
}
