import { MASK } from '../../../http/mask.ts';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';
import { OriginChip, SecretChip } from '../../../ui/OriginChip.tsx';
import type { Part } from './parts.ts';
import css from './Exchange.module.css';

const COLUMNS: readonly DataColumn<Part>[] = [
  { id: 'name', label: 'Name', width: '32%', render: (part) => (part.replacedBy ? <s>{part.name}</s> : part.name), title: (part) => part.name },
  { id: 'value', label: 'Value', render: (part) => <Value part={part} />, title: (part) => part.value },
  { id: 'origin', label: 'Set by', width: '124px', align: 'end', render: (part) => <SetBy part={part} /> },
];

/** Headers, query parameters or form fields, each with who set it; what did not get its way is struck through. */
export function PartTable({ label, parts, testId }: { readonly label: string; readonly parts: readonly Part[]; readonly testId: string }) {
  return <DataTable label={label} columns={COLUMNS} rows={parts} rowKey={(_, at) => at} data-testid={testId} />;
}

function Value({ part }: { readonly part: Part }) {
  if (part.value === MASK) return <SecretChip />;
  return part.replacedBy ? <s>{part.value}</s> : <bdi>{part.value}</bdi>;
}

function SetBy({ part }: { readonly part: Part }) {
  if (part.replacedBy === undefined) return <OriginChip origin={part.origin} />;
  return <span className={css.replaced} title={`Replaced by the ${part.replacedBy}`}><span className="visually-hidden">replaced </span>by <OriginChip origin={part.replacedBy} /></span>;
}
