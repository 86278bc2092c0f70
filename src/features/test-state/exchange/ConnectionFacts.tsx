import { useState } from 'react';
import type { Exchange } from '../../../http/exchange.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';
import { bytesText } from '../figures.ts';
import css from './Exchange.module.css';

type Fact = readonly [name: string, value: string];

const COLUMNS: readonly DataColumn<Fact>[] = [
  { id: 'name', label: 'Fact', width: '32%', render: ([name]) => name },
  { id: 'value', label: 'Value', render: ([, value]) => value, title: ([, value]) => value },
];

const ROUTES = { bridge: 'bridge on this machine', direct: 'directly from this page', cli: 'command line' } as const;

/** How the request travelled: address, protocol, certificate. Folded, because it is rarely the question. */
export function ConnectionFacts({ exchange }: { readonly exchange: Exchange }) {
  const [open, setOpen] = useState(false);
  const facts = factsOf(exchange);
  return (
    <>
      <h3 className={css.heading}>
        On the wire
        <span className={css.grow} />
        <Button size="small" variant="ghost" iconEnd={open ? 'chevron-up' : 'chevron-down'} aria-expanded={open} onClick={() => setOpen(!open)} data-testid="response.wire">{open ? 'Hide' : summary(exchange)}</Button>
      </h3>
      {open && <div className={css.bleed}><DataTable label="How the request travelled" columns={COLUMNS} rows={facts} rowKey={([name]) => name} wrap data-testid="response.facts" /></div>}
    </>
  );
}

function summary({ tls, remoteAddress, response }: Exchange): string {
  return [remoteAddress, tls?.protocol, response && `HTTP/${response.httpVersion}`].filter((part) => part !== undefined).join(', ') || 'Show';
}

function factsOf({ remoteAddress, response, tls, route, request, durationMs }: Exchange): readonly Fact[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Route', ROUTES[route]],
    ['Sent to', request.sentTo === request.url ? undefined : request.sentTo],
    ['Remote address', remoteAddress],
    ['Protocol', response && `HTTP/${response.httpVersion}`],
    ['Size received', response && `${bytesText(response.sizeBytes)} on the wire, ${bytesText(response.body.length)} as a body`],
    ['Whole time', `${durationMs.toFixed(0)} ms, questions and hand-over included`],
    ['TLS', tls && `${tls.protocol}, ${tls.cipher}`],
    ['Certificate for', tls?.subject],
    ['Issued by', tls?.issuer],
    ['Valid from', tls?.validFrom && tls.validFrom.slice(0, 10)],
    ['Valid until', tls && validity(tls.validTo)],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]));
}

/** Certificates write `Jan  1 00:00:00 2030 GMT`. */
function validity(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  const days = Math.floor((at - Date.now()) / 86_400_000);
  return `${new Date(at).toISOString().slice(0, 10)}${days < 0 ? ', which is past' : `, in ${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`}`;
}
