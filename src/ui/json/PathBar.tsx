import type { Json } from '../../lib/Json.ts';
import { Button } from '../Button.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { type JsonRow, segmentsTo } from './jsonRows.ts';
import { textOf } from './textOf.ts';
import { jsonataPathOf, jsonPathOf, type PathSegment } from './valuePath.ts';
import css from '../JsonTree.module.css';

/** What paths begin with: `$.ResponseBody` and `$states.result.ResponseBody`. */
export interface PathRoots {
  readonly jsonPath: string;
  readonly jsonata: string;
  /** The query language of the state: its path is the one that is written out. */
  readonly shown?: 'JSONPath' | 'JSONata';
  /** The members at the top are variables: `$name`. */
  readonly variables?: boolean;
}

/** A place under its root in both spellings. */
export function pathsOf(segments: readonly PathSegment[], { jsonPath, jsonata, variables }: PathRoots): { readonly jsonPath: string; readonly jsonata: string } {
  const [name, ...rest] = segments;
  if (variables && name !== undefined) return { jsonPath: jsonPathOf(rest, `$${name}`), jsonata: jsonataPathOf(rest, `$${name}`) };
  return { jsonPath: jsonPathOf(segments, jsonPath), jsonata: jsonataPathOf(segments, jsonata) };
}

interface Props {
  readonly value: Json;
  readonly row: JsonRow;
  readonly roots: PathRoots;
  readonly onPick?: ((path: readonly PathSegment[]) => void) | undefined;
  readonly pickLabel?: string | undefined;
}

const SHOWN_LETTERS = 20_000;
/** Roughly what a line of a narrow column holds. */
const LONG_LETTERS = 60;

/** Where the chosen value stands, and the ways to take it along. */
export function PathBar({ value, row, roots, onPick, pickLabel = 'Insert' }: Props) {
  const segments = segmentsTo(value, row.id);
  const { jsonPath, jsonata } = pathsOf(segments, roots);
  const shown = roots.shown === 'JSONata' ? jsonata : jsonPath;
  const long = typeof row.value === 'string' && (row.value.length > LONG_LETTERS || row.value.includes('\n')) ? row.value : null;
  return (
    <div className={css.bar} role="group" aria-label="Chosen value" data-testid="json.bar">
      {long !== null && <pre className={css.long} tabIndex={0} dir="auto" aria-label="The whole text">{long.length > SHOWN_LETTERS ? `${long.slice(0, SHOWN_LETTERS)}…` : long}</pre>}
      <div className={css.tools}>
        <code className={css.path} title={shown}>{shown}</code>
        {onPick && <Button size="small" variant="ghost" icon="plus" onClick={() => onPick(segments)} data-testid="json.pick">{pickLabel}</Button>}
        <CopyButton text={() => textOf(row.value)} label="Copy the value">Value</CopyButton>
        <CopyButton text={jsonPath} label={`Copy the JSONPath ${jsonPath}`}>JSONPath</CopyButton>
        <CopyButton text={`{% ${jsonata} %}`} label={`Copy the JSONata expression {% ${jsonata} %}`}>JSONata</CopyButton>
      </div>
      {typeof row.value === 'string' && row.value.length > SHOWN_LETTERS && <small className={css.more}>{`${row.value.length.toLocaleString('en')} characters; copying takes all of them.`}</small>}
    </div>
  );
}
