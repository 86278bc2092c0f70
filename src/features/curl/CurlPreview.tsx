import { isJsonObject, type Json } from '../../lib/Json.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { SecretChip } from '../../ui/OriginChip.tsx';
import { secretParts } from './secretParts.ts';
import type { ReadCommand } from './readCommand.ts';
import css from './CurlDialog.module.css';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
}

const COLUMNS: readonly DataColumn<Row>[] = [
  { id: 'name', label: 'Name', width: '32%', render: ({ name }) => name, title: ({ name }) => name },
  { id: 'value', label: 'Value', render: ({ value, secret }) => (secret ? <SecretChip>in the connection</SecretChip> : value), title: ({ value, secret }) => (secret ? 'Kept in the connection, never in the workflow' : value) },
];

/** What the command becomes, and what of it is left out. */
export function CurlPreview({ read }: { readonly read: ReadCommand }) {
  const { parsed, suggestion, hasCredentials } = read;
  const task = read.task(null);
  const fields = argumentsOf(task.state);
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const secrets = hasCredentials ? secretParts(suggestion) : [];
  const body = fields['RequestBody'];
  const form = isJsonObject(fields['Transform']) && fields['Transform']['RequestBodyEncoding'] === 'URL_ENCODED';
  return (
    <section className={css.preview} aria-label="What is made of it" data-testid="curl.preview">
      <p className={css.line}><strong>{text('Method')}</strong> <span>{text('ApiEndpoint')}</span></p>
      <Table label="Headers" rows={[...rowsOf(fields['Headers']), ...secrets.filter(({ place }) => place === 'header').map(secretRow)]} />
      <Table label="Query parameters" rows={[...rowsOf(fields['QueryParameters']), ...secrets.filter(({ place }) => place === 'query').map(secretRow)]} />
      {body !== undefined && (
        <>
          <h3 className={css.heading}>Body <Chip>{form ? 'Form encoded' : typeof body === 'string' ? 'Text' : 'JSON'}</Chip></h3>
          <pre className={css.body} tabIndex={0} aria-label="Body">{typeof body === 'string' ? body : JSON.stringify(body, null, 2)}</pre>
        </>
      )}
      {(parsed.ignored.length > 0 || task.notes.length > 0) && (
        <ul className={css.notes}>
          {parsed.ignored.length > 0 && <li data-testid="curl.ignored">Ignored, never obeyed: {parsed.ignored.map((option, at) => <code key={at}>{option}</code>)}</li>}
          {task.notes.map((note) => <li key={note}>{note}</li>)}
        </ul>
      )}
    </section>
  );
}

function Table({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={css.heading}>{label}</h3>
      <DataTable label={label} columns={COLUMNS} rows={rows} rowKey={(_, at) => at} />
    </>
  );
}

const secretRow = ({ name }: { readonly name: string }): Row => ({ name, value: '', secret: true });

function rowsOf(value: Json | undefined): readonly Row[] {
  return isJsonObject(value) ? Object.entries(value).map(([name, one]) => ({ name, value: typeof one === 'string' ? one : JSON.stringify(one), secret: false })) : [];
}

function argumentsOf(state: Json): { readonly [name: string]: Json } {
  const given = isJsonObject(state) ? (state['Arguments'] ?? state['Parameters']) : undefined;
  return isJsonObject(given) ? given : {};
}
