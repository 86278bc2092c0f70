import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Count } from '../../../ui/Chip.tsx';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { pairsOf, type HeaderPair } from './pairsOf.ts';
import css from './Exchange.module.css';

/** So that the body stands beside the request without scrolling. */
const SHOWN_AT_FIRST = 4;
/** From here on a person looks for one, and does not read them all. */
const MANY = 15;

const COLUMNS: readonly DataColumn<HeaderPair>[] = [
  { id: 'name', label: 'Name', width: '36%', render: ([name]) => name, title: ([name]) => name },
  { id: 'value', label: 'Value', render: ([, value]) => <bdi>{value}</bdi>, title: ([, value]) => value },
];

/** A few headers at first; all of them, and a filter where they are many, on a press. */
export function ResponseHeaders({ headers }: { readonly headers: readonly string[] }) {
  const [all, setAll] = useState(false);
  const [filter, setFilter] = useState('');
  const pairs = pairsOf(headers);
  const wanted = filter.trim().toLowerCase();
  const rows = all ? pairs.filter((pair) => pair.some((text) => text.toLowerCase().includes(wanted))) : pairs.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <h3 className={css.heading}>
        Headers <Count>{pairs.length}</Count>
        <span className={css.grow} />
        {pairs.length > SHOWN_AT_FIRST && <Button size="small" variant="ghost" aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Show fewer' : 'Show all'}</Button>}
      </h3>
      {all && pairs.length >= MANY && <div className={css.filter}><TextField label="Filter response headers" hideLabel size="small" icon="filter" placeholder="Name or value" value={filter} onChange={setFilter} /></div>}
      <div className={css.bleed}><DataTable label="Response headers" columns={COLUMNS} rows={rows} rowKey={(_, at) => at} data-testid="response.headers" /></div>
      {all && rows.length === 0 && <p className={css.quiet}>No header holds this text.</p>}
    </>
  );
}
