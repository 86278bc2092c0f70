import { useState } from 'react';
import type { TestRun } from '../../editor/EditorState.ts';
import { originOf } from '../../http/allowedOrigins.ts';
import { MASK } from '../../http/mask.ts';
import type { PreparedBody, PreparedPair, PreparedRequest } from '../../http/prepared.ts';
import { Count } from '../../ui/Chip.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { OriginChip, SecretChip, type RequestOrigin } from '../../ui/OriginChip.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { bytesText } from './figures.ts';
import css from './ExchangeTab.module.css';

interface Part {
  readonly name: string;
  readonly value: string;
  readonly origin: RequestOrigin;
}

const COLUMNS: readonly DataColumn<Part>[] = [
  { id: 'name', label: 'Name', width: '32%', render: (part) => part.name, title: (part) => part.name },
  { id: 'value', label: 'Value', render: (part) => (part.value === MASK ? <SecretChip /> : part.value), title: (part) => part.value },
  { id: 'origin', label: 'Set by', width: '92px', align: 'end', render: (part) => <OriginChip origin={part.origin} /> },
];

/** The request that went out: method, URL, headers with who set each, body decoded and as sent. */
export function RequestColumn({ run }: { readonly run: TestRun }) {
  const { prepared, exchange } = run;
  if (prepared === undefined) return null;
  const headers = exchange === undefined ? prepared.headers : sentHeaders(prepared, exchange.request.headers);
  return (
    <section className={css.column} aria-label="Request">
      <div className={css.line} data-testid="request.line">
        <span className={css.method}>{prepared.method}</span>
        <span className={css.url} title={prepared.publicUrl}>{prepared.publicUrl}</span>
        <CopyButton text={prepared.publicUrl} label="Copy URL" />
      </div>
      <Notes run={run} prepared={prepared} />
      <h3 className={css.heading}>Headers <Count>{headers.length}</Count></h3>
      <DataTable label="Request headers" columns={COLUMNS} rows={headers} rowKey={(_, i) => i} data-testid="request.headers" />
      {prepared.query.length > 0 && (
        <>
          <h3 className={css.heading}>Query <Count>{prepared.query.length}</Count></h3>
          <DataTable label="Query parameters" columns={COLUMNS} rows={prepared.query.map(decoded)} rowKey={(_, i) => i} data-testid="request.query" />
        </>
      )}
      {prepared.body !== null && <Body body={prepared.body} />}
    </section>
  );
}

function Notes({ run, prepared }: { readonly run: TestRun; readonly prepared: PreparedRequest }) {
  const { exchange } = run;
  const elsewhere = exchange !== undefined && exchange.request.sentTo !== exchange.request.url;
  return (
    <ul className={css.notes}>
      {exchange === undefined && <li>Prepared, not sent.</li>}
      {elsewhere && <li data-testid="request.sentTo">Sent to <code>{originOf(exchange.request.sentTo)}</code> by this workflow's host mapping.</li>}
      {prepared.awsWouldRefuse !== undefined && <li>{prepared.awsWouldRefuse}</li>}
      {prepared.notes.map((note) => <li key={note}>{note}</li>)}
    </ul>
  );
}

/** As the sender saw them go, each with who set it. */
function sentHeaders(prepared: PreparedRequest, sent: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let i = 0; i + 1 < sent.length; i += 2) {
    const name = sent[i] ?? '';
    const known = prepared.headers.find((header) => header.name.toLowerCase() === name.toLowerCase());
    parts.push({ name, value: sent[i + 1] ?? '', origin: known?.origin ?? 'service' });
  }
  return parts;
}

const decoded = (pair: PreparedPair): Part => ({ name: decode(pair.name), value: decode(pair.value), origin: pair.origin });

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function Body({ body }: { readonly body: PreparedBody }) {
  const [view, setView] = useState<'decoded' | 'wire'>('decoded');
  const bytes = new TextEncoder().encode(body.text).length;
  const form = body.encoding === 'form';
  return (
    <>
      <h3 className={css.heading}>
        Body <Count>{bytesText(bytes)}</Count>
        <span className={css.grow} />
        {form && <Segmented label="View of the body" size="small" value={view} onChange={setView} options={[{ value: 'decoded', label: 'Decoded' }, { value: 'wire', label: 'On the wire' }]} />}
        <CopyButton text={body.publicText} label="Copy body" />
      </h3>
      {form && view === 'decoded' ? (
        <DataTable label="Form fields of the body" columns={COLUMNS} rows={body.pairs.map(decoded)} rowKey={(_, i) => i} data-testid="request.form" />
      ) : (
        <pre className={css.raw} tabIndex={0} aria-label="Body as sent" data-testid="request.body">{body.publicText}</pre>
      )}
    </>
  );
}
