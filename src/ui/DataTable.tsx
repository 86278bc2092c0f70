import type { ReactNode } from 'react';
import css from './DataTable.module.css';

export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** CSS width: `144px`, `30%`. One column without a width takes the rest. */
  readonly width?: string | undefined;
  readonly render: (row: Row) => ReactNode;
  /** Whole text for the tooltip of a cut cell. */
  readonly title?: ((row: Row) => string) | undefined;
  readonly align?: 'start' | 'end' | undefined;
}

export interface DataTableProps<Row> {
  /** Caption, read aloud. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string | number;
  /** Column names are always there for screen readers; drawn on request. */
  readonly showHeader?: boolean | undefined;
  /** Long values break over lines instead of being cut. */
  readonly wrap?: boolean | undefined;
  readonly 'data-testid'?: string | undefined;
}

/** Headers and the like: rows of 24 px, the first column is the row's name. */
export function DataTable<Row>({ label, columns, rows, rowKey, showHeader, wrap, ...rest }: DataTableProps<Row>) {
  return (
    <table {...rest} className={css.table} data-wrap={wrap || undefined}>
      <caption className="visually-hidden">{label}</caption>
      <colgroup>{columns.map((column) => <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />)}</colgroup>
      <thead className={showHeader ? css.head : 'visually-hidden'}>
        <tr>{columns.map((column) => <th key={column.id} scope="col" data-align={column.align}>{column.label}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)}>
            {columns.map((column, at) => {
              const title = column.title?.(row);
              const inside = <div className={css.cell} title={title}>{column.render(row)}</div>;
              return at === 0 ? <th key={column.id} scope="row">{inside}</th> : <td key={column.id} data-align={column.align}>{inside}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
