import { MASK } from '../../../http/mask.ts';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';
import { SecretChip } from '../../../ui/OriginChip.tsx';
import type { TraceFact } from './traceFacts.ts';
import css from './Exchange.module.css';

const shown = (value: string) => (value === MASK ? <SecretChip /> : <bdi>{value}</bdi>);

const COLUMNS: readonly DataColumn<TraceFact>[] = [
  { id: 'name', label: 'Field or header', width: '22%', render: ({ name }) => name, title: ({ name }) => name },
  { id: 'trace', label: 'As TRACE shows it', width: '39%', render: ({ trace }) => (trace === null ? <span className={css.absent}>left out</span> : shown(trace)), title: ({ trace }) => trace ?? 'The trace leaves it out' },
  {
    id: 'wire', label: 'On the wire',
    render: ({ trace, wire }) => (wire === null ? <span className={css.same}>not sent</span> : trace === wire ? <span className={css.same}>same</span> : shown(wire)), title: ({ wire }) => wire ?? 'Nothing was sent',
  },
];

export function TraceTable({ label, rows }: { readonly label: string; readonly rows: readonly TraceFact[] }) {
  return <DataTable label={label} columns={COLUMNS} rows={rows} rowKey={(_, at) => at} showHeader />;
}
