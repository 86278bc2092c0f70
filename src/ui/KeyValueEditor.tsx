import { type KeyboardEvent, useId, useRef } from 'react';
import { Icon } from './icons.tsx';
import { IconButton } from './IconButton.tsx';
import css from './KeyValueEditor.module.css';

export interface KeyValueRow {
  readonly name: string;
  readonly value: string;
}

export interface KeyValueEditorProps {
  /** `Headers`: name of the group; rows are called `Header name 1` after `itemLabel`. */
  readonly label: string;
  readonly itemLabel: string;
  readonly rows: readonly KeyValueRow[];
  /** Each keystroke, with all rows. The empty row at the end is never among them. */
  readonly onChange: (rows: readonly KeyValueRow[]) => void;
  readonly namePlaceholder?: string | undefined;
  readonly valuePlaceholder?: string | undefined;
  /** A sentence when a row is wrong. */
  readonly problem?: ((row: KeyValueRow, index: number) => string | null) | undefined;
  /** Names offered while typing. */
  readonly nameSuggestions?: readonly string[] | undefined;
  /** How a value is drawn: `expression` for `{% … %}`. */
  readonly valueTone?: ((row: KeyValueRow) => 'text' | 'expression') | undefined;
  /** Values are dots until their field has focus. */
  readonly secret?: boolean | undefined;
  readonly 'data-testid'?: string | undefined;
}

/**
 * Rows of name and value, with an empty one at the end that becomes a row as soon as something stands in it.
 * Enter goes to the next field, arrows up and down to the neighbour row, Backspace in an empty row removes it.
 */
export function KeyValueEditor(props: KeyValueEditorProps) {
  const { label, itemLabel, rows, onChange, problem, nameSuggestions } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const shown = [...rows, { name: '', value: '' }];
  const focus = (row: number, field: 'name' | 'value') => grid.current?.querySelector<HTMLInputElement>(`[data-row="${row}"] [data-field="${field}"]`)?.focus();
  const change = (index: number, patch: Partial<KeyValueRow>) => onChange(shown.map((row, at) => (at === index ? { ...row, ...patch } : row)).filter((row, at) => at < rows.length || row.name !== '' || row.value !== ''));
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index));
    // The row that moved up takes the focus; it exists after the next render.
    queueMicrotask(() => focus(Math.max(0, index - 1), 'name'));
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>, index: number, field: 'name' | 'value') => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') { event.preventDefault(); if (field === 'name') focus(index, 'value'); else focus(index + 1, 'name'); }
    if (event.key === 'ArrowUp' && !event.altKey) { event.preventDefault(); focus(index - 1, field); }
    if (event.key === 'ArrowDown' && !event.altKey && !(field === 'name' && nameSuggestions)) { event.preventDefault(); focus(index + 1, field); }
    const row = shown[index];
    if (event.key === 'Backspace' && row?.name === '' && row.value === '' && index < rows.length) { event.preventDefault(); remove(index); }
  };
  return (
    <div role="group" aria-label={label} className={css.editor} ref={grid} data-testid={props['data-testid']}>
      {shown.map((row, index) => {
        const wrong = index < rows.length ? problem?.(row, index) : null;
        const shared = { spellCheck: false, autoComplete: 'off', 'aria-invalid': wrong != null || undefined, 'aria-describedby': wrong == null ? undefined : `${id}-${index}` };
        return (
          // Rows have no identity of their own: the place is the key, so that typing a name keeps the focus.
          <div key={index} className={css.row} data-row={index} data-wrong={wrong != null || undefined}>
            <input {...shared} className={css.name} data-field="name" aria-label={`${itemLabel} name ${index + 1}`} value={row.name} placeholder={index === rows.length ? props.namePlaceholder ?? 'Name' : ''} list={nameSuggestions ? `${id}-names` : undefined} onChange={(event) => change(index, { name: event.target.value })} onKeyDown={(event) => keyDown(event, index, 'name')} />
            <input {...shared} className={css.value} data-field="value" data-secret={props.secret || undefined} data-tone={props.valueTone?.(row)} aria-label={`${itemLabel} value ${index + 1}`} value={row.value} placeholder={index === rows.length ? props.valuePlaceholder ?? 'Value' : ''} onChange={(event) => change(index, { value: event.target.value })} onKeyDown={(event) => keyDown(event, index, 'value')} />
            {index < rows.length && <IconButton className={css.remove} icon="x" size="small" label={`Remove ${row.name === '' ? `${itemLabel.toLowerCase()} ${index + 1}` : row.name}`} onClick={() => remove(index)} />}
            {wrong != null && <span id={`${id}-${index}`} className={css.problem}><Icon name="error" size={14} />{wrong}</span>}
          </div>
        );
      })}
      {nameSuggestions && <datalist id={`${id}-names`}>{nameSuggestions.map((name) => <option key={name} value={name} />)}</datalist>}
    </div>
  );
}
