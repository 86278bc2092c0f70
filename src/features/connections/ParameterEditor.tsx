import { useEffect, useId, useRef } from 'react';
import { noParameters, type HttpParameters } from '../../http/connection.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { emptyRow, isHeld, rowProblem, type ParameterKind, type ParameterRow } from './parameterRows.ts';
import css from './ParameterEditor.module.css';

interface Props {
  readonly label: string;
  readonly rows: readonly ParameterRow[];
  /** As saved: secret values of these are in memory where `hasSecret`. */
  readonly before: HttpParameters | null;
  readonly hasSecret: boolean;
  readonly error: string | null;
  readonly onChange: (rows: readonly ParameterRow[]) => void;
  readonly firstKind?: ParameterKind;
  readonly testId: string;
}

const KIND_OPTIONS: readonly { readonly value: ParameterKind; readonly label: string }[] = [{ value: 'header', label: 'Header' }, { value: 'query', label: 'Query' }, { value: 'body', label: 'Body' }];

const nameIn = (row: number): string => `[data-row="${row}"] input[placeholder="Name"]`;

/** Header, query and body parameters of a connection, each with "is secret". */
export function ParameterEditor({ label, rows, before, hasSecret, error, onChange, firstKind = 'header', testId }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const errorId = useId();
  const change = (at: number, part: Partial<ParameterRow>): void => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  // What takes the focus exists after the next render.
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current !== null) group.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = null;
  });
  const add = (): void => {
    next.current = nameIn(rows.length);
    onChange([...rows, emptyRow(rows.at(-1)?.kind ?? firstKind)]);
  };
  const remove = (at: number): void => {
    next.current = rows.length > 1 ? nameIn(Math.max(0, at - 1)) : '[data-add]';
    onChange(rows.filter((_, index) => index !== at));
  };
  const said = error ?? rows.map((row) => rowProblem(row, rows)).find((problem) => problem !== null) ?? null;
  return (
    <div role="group" aria-label={label} aria-describedby={said === null ? undefined : errorId} className={css.editor} ref={group} data-testid={testId}>
      {rows.map((row, at) => (
        // Rows have no identity of their own: the place is the key, so that typing a name keeps the focus.
        <div key={at} className={css.row} data-row={at} role="group" aria-label={`Parameter ${at + 1}`}>
          <SelectField label={`Place of parameter ${at + 1}`} hideLabel options={KIND_OPTIONS} value={row.kind} onChange={(kind) => change(at, { kind })} />
          <TextField label={`Name of parameter ${at + 1}`} hideLabel mono placeholder="Name" value={row.key} onChange={(key) => change(at, { key })} />
          <TextField label={`Value of parameter ${at + 1}`} hideLabel mono autoComplete="new-password" type={row.isSecret ? 'password' : 'text'} value={row.value} onChange={(value) => change(at, { value })}
            placeholder={isHeld(row, before ?? noParameters, hasSecret) ? 'In memory; type to replace it' : 'Value'} />
          <Checkbox label="Secret" checked={row.isSecret} onChange={(isSecret) => change(at, { isSecret, ...(isSecret ? {} : { value: '' }) })} />
          <IconButton icon="x" size="small" label={`Remove ${row.key === '' ? `parameter ${at + 1}` : row.key}`} onClick={() => remove(at)} />
        </div>
      ))}
      {said !== null && <p id={errorId} className={css.error} role="alert"><Icon name="error" size={14} />{said}</p>}
      <div><Button size="small" icon="plus" onClick={add} data-add="">Add a parameter</Button></div>
    </div>
  );
}
