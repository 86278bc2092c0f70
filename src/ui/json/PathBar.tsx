import type { Json } from '../../lib/Json.ts';
import { CopyButton } from '../CopyButton.tsx';
import { type JsonRow, segmentsTo } from './jsonRows.ts';
import { textOf } from './textOf.ts';
import { jsonataPathOf, jsonPathOf } from './valuePath.ts';
import css from '../JsonTree.module.css';

/** What paths begin with: `$.ResponseBody` and `$states.result.ResponseBody`. */
export interface PathRoots {
  readonly jsonPath: string;
  readonly jsonata: string;
  /** The query language of the state: its path is the one that is written out. */
  readonly shown?: 'JSONPath' | 'JSONata';
}

const SHOWN_LETTERS = 20_000;
/** Roughly what a line of a narrow column holds. */
const LONG_LETTERS = 60;

/** Where the chosen value stands, and the ways to take it along. */
export function PathBar({ value, row, roots }: { readonly value: Json; readonly row: JsonRow; readonly roots: PathRoots }) {
  const segments = segmentsTo(value, row.id);
  const [jsonPath, jsonata] = [jsonPathOf(segments, roots.jsonPath), jsonataPathOf(segments, roots.jsonata)];
  const shown = roots.shown === 'JSONata' ? jsonata : jsonPath;
  const long = typeof row.value === 'string' && (row.value.length > LONG_LETTERS || row.value.includes('\n')) ? row.value : null;
  return (
    <div className={css.bar} role="group" aria-label="Chosen value" data-testid="json.bar">
      {long !== null && <pre className={css.long} tabIndex={0} dir="auto" aria-label="The whole text">{long.length > SHOWN_LETTERS ? `${long.slice(0, SHOWN_LETTERS)}…` : long}</pre>}
      <div className={css.tools}>
        <code className={css.path} title={shown}>{shown}</code>
        <CopyButton text={() => textOf(row.value)} label="Copy the value">Value</CopyButton>
        <CopyButton text={jsonPath} label={`Copy the JSONPath ${jsonPath}`}>JSONPath</CopyButton>
        <CopyButton text={`{% ${jsonata} %}`} label={`Copy the JSONata expression {% ${jsonata} %}`}>JSONata</CopyButton>
      </div>
      {typeof row.value === 'string' && row.value.length > SHOWN_LETTERS && <small className={css.more}>{`${row.value.length.toLocaleString('en')} characters; copying takes all of them.`}</small>}
    </div>
  );
}
