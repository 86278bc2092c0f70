import type { Json } from '../../../lib/Json.ts';
import type { AnswerDifference } from '../../../services/compareAnswers.ts';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';

const text = (value: Json | undefined): string => (value === undefined ? '(nothing)' : typeof value === 'string' ? value : JSON.stringify(value));

interface Props {
  readonly label: string;
  /** What the two sides are called. */
  readonly sides: readonly [string, string];
  readonly rows: readonly AnswerDifference[];
  readonly 'data-testid'?: string;
}

/** Where two answers or two requests are not the same, side by side. */
export function DifferenceTable({ label, sides: [one, other], ...rest }: Props) {
  const columns: readonly DataColumn<AnswerDifference>[] = [
    { id: 'at', label: 'Where', width: '28%', render: ({ at, everNew }) => (everNew ? `${at} (new in every run)` : at), title: ({ at }) => at },
    { id: 'one', label: one, width: '36%', render: (row) => text(row.one), title: (row) => text(row.one) },
    { id: 'other', label: other, render: (row) => text(row.other), title: (row) => text(row.other) },
  ];
  return <DataTable {...rest} label={label} columns={columns} rowKey={({ at }) => at} showHeader wrap />;
}
