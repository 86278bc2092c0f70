import { useState } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { FormField } from './FormField.tsx';
import { controlsOf } from './fieldRows.ts';
import { nodeIn } from './values.ts';
import css from './FieldList.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly fields: readonly string[];
  /** Shown only when set or asked for, by a menu. */
  readonly rare?: readonly string[];
}

/** Fields one below the other: the usual ones, those that are set, and a menu for the rest. */
export function FieldList({ entry, fields, rare = [] }: Props) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const set = (field: string): boolean => nodeIn(entry, [field]) !== null || nodeIn(entry, [`${field}Path`]) !== null;
  const extra = controlsOf(rare).filter((field) => asked.includes(field) || set(field));
  const rest = controlsOf(rare).filter((field) => !extra.includes(field));
  return (
    <>
      {[...controlsOf(fields), ...extra].map((field) => <FormField key={field} entry={entry} field={field} />)}
      {rest.length > 0 && (
        <div className={css.add}>
          <Menu
            label="Add a field"
            trigger={<Button variant="ghost" size="small" icon="plus" data-testid="inspector.addField">Add a field</Button>}
            entries={rest.map((field) => ({ id: field, label: field, onSelect: () => setAsked([...asked, field]) }))}
          />
        </div>
      )}
    </>
  );
}
