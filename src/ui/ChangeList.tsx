import type { Json } from '../lib/Json.ts';
import { jsonPathOf } from './json/valuePath.ts';
import type { Change, Changes } from './json/jsonChanges.ts';
import css from './ChangeList.module.css';

const SIGNS = { added: ['+', 'added'], removed: ['−', 'removed'], changed: ['~', 'changed'] } as const;
const SHOWN = 80;

/** The parts of a value that became different, each on its line. */
export function ChangeList({ changes: { changes, more }, variables = false }: { readonly changes: Changes; /** Of variables: `$total`, not `$.total`. */ readonly variables?: boolean }) {
  return (
    <>
      <ul className={css.changes}>{changes.map((change) => <ChangeRow key={change.at.join('\u0000')} change={change} variables={variables} />)}</ul>
      {more && <p className={css.note}>And more. Look at the value for all of it.</p>}
    </>
  );
}

function ChangeRow({ change: { kind, at, before, after }, variables }: { readonly change: Change; readonly variables: boolean }) {
  const [sign, word] = SIGNS[kind];
  return (
    <li className={css.change} data-kind={kind}>
      <span aria-hidden="true" className={css.sign}>{sign}</span>
      <span className="visually-hidden">{word}</span>
      <code className={css.path}>{at.length === 0 ? 'all of it' : variables ? jsonPathOf(at).replace('$.', '$') : jsonPathOf(at)}</code>
      <code className={css.values}>
        {before !== undefined && <del>{shortJson(before)}</del>}
        {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
        {after !== undefined && <ins>{shortJson(after)}</ins>}
      </code>
    </li>
  );
}

function shortJson(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
