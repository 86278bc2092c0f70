import { useState } from 'react';
import type { SentEntry } from '../../services/consent.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import css from './SentPanel.module.css';

const FIRST_ROWS = 200;

interface Props {
  readonly rows: readonly SentEntry[];
  readonly isKept: (id: string) => boolean;
  readonly onOpen: (id: string) => void;
  /** Where the focus goes back to. */
  readonly focused: string | null;
}

export function SentTable({ rows, isKept, onOpen, focused }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const columns: readonly DataColumn<SentEntry>[] = [
    { id: 'at', label: 'When', width: '172px', render: (e) => when(e.at), title: (e) => when(e.at) },
    { id: 'answer', label: 'Answer', width: '96px', render: (e) => <Answer entry={e} />, title: (e) => e.failure ?? String(e.status) },
    { id: 'request', label: 'Request', render: (e) => <>{e.purpose && <Chip>{PURPOSES[e.purpose]}</Chip>} {`${e.method} ${e.url}`}</>, title: (e) => `${e.method} ${e.url}` },
    { id: 'sentTo', label: 'Sent to', width: '16%', render: (e) => (e.sentTo === e.url ? <span className={css.same}>same</span> : e.sentTo), title: (e) => e.sentTo },
    { id: 'connection', label: 'Connection', width: '12%', render: (e) => e.connection, title: (e) => e.connection },
    { id: 'state', label: 'State', width: '14%', render: (e) => e.state, title: (e) => `${e.state} in ${e.workflow}` },
    {
      id: 'open', label: 'Exchange', width: '84px', align: 'end',
      render: (e) => (isKept(e.id)
        ? <Button size="small" variant="ghost" autoFocus={e.id === focused} onClick={() => onOpen(e.id)} aria-label={`Open the exchange of ${e.state}, ${when(e.at)}`} data-testid="sent.open">Open</Button>
        : <span className={css.same} title="Exchanges are in memory only, for as long as the page is open">not kept</span>),
    },
  ];
  return (
    <div className={css.table}>
      <DataTable label="Sent requests, newest first" columns={columns} rows={shown} rowKey={(e) => e.id} showHeader />
      {shown.length < rows.length && <p className={css.more}>{`The newest ${FIRST_ROWS} of ${rows.length.toLocaleString('en')}. `}<Button size="small" variant="ghost" onClick={() => setAll(true)}>Show all</Button></p>}
    </div>
  );
}

const PURPOSES = { token: 'access token', aws: 'test on AWS' } as const;
const when = (at: number): string => new Date(at).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });

function Answer({ entry: { status } }: { readonly entry: SentEntry }) {
  if (status === null) return <span className={css.status} data-class="none">no answer</span>;
  return <span className={css.status} data-class={Math.floor(status / 100)}>{status}</span>;
}
