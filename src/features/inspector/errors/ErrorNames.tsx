import { use, useId, useMemo, useState } from 'react';
import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import { itemsOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { useApply } from '../useApply.ts';
import { nodeIn } from '../values.ts';
import { ErrorCatalogContext, possibleErrors } from './possibleErrors.ts';
import css from './ErrorNames.module.css';

interface Props {
  readonly entry: StateEntry;
  /** The retrier or catcher. */
  readonly path: FieldPath;
  readonly testId: string;
}

/** The names of `ErrorEquals`, with those that this state can raise offered while typing. */
export function ErrorNames({ entry, path, testId }: Props) {
  const [typed, setTyped] = useState('');
  const { error, apply, refuse, clear } = useApply();
  const catalog = use(ErrorCatalogContext);
  const offered = useMemo(() => possibleErrors(entry, catalog), [entry, catalog]);
  const list = useId();
  const at = [...path, 'ErrorEquals'];
  const node = nodeIn(entry, at);
  const names = itemsOf(node).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (node && (node.kind !== 'array' || names.length !== node.items.length)) return <JsonValue entry={entry} path={at} label="Errors" hint="ErrorEquals is a list of names; it is something else here." />;
  const add = (name: string): void => {
    setTyped('');
    const text = name.trim();
    if (text === '') return;
    if (names.includes(text)) return refuse(`${text} stands here already.`);
    apply(setField(entry.id, node ? [...at, names.length] : at, node ? text : [text]));
  };
  const remove = (index: number): void => {
    if (names.length === 1) return refuse('At least one name must stay. Add the other name first, or remove the whole entry.');
    apply(setField(entry.id, [...at, index], undefined));
  };
  const rest = offered.filter((name) => !names.includes(name));
  return (
    <div className={css.frame} data-testid={testId}>
      <TextField
        label="Errors"
        mono
        value={typed}
        list={list}
        placeholder="Add a name, such as States.Timeout"
        error={error}
        onChange={(text) => {
          clear();
          // A name taken from the list comes as one change; typing comes letter by letter.
          if (offered.includes(text) && text.length - typed.length > 1) add(text);
          else setTyped(text);
        }}
        onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); add(typed); } }}
        onBlur={() => add(typed)}
        data-testid={`${testId}.add`}
      />
      <datalist id={list}>{rest.map((name) => <option key={name} value={name} />)}</datalist>
      <ul className={css.names} aria-label="Errors it is for">
        {names.map((name, index) => (
          <li key={name} className={css.name}>
            {name}
            <IconButton icon="x" size="small" label={`Remove ${name}`} onClick={() => remove(index)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
