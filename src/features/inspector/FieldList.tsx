import { useState } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { FormField } from './FormField.tsx';
import type { FieldGroup } from './formFields.ts';
import { nodeIn } from './values.ts';
import css from './FieldList.module.css';

/** Fields one below the other: the usual ones, those that are set, and a menu for the rest. */
export function FieldList({ entry, fields }: { readonly entry: StateEntry; readonly fields: FieldGroup }) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const extra = fields.more.filter((field) => asked.includes(field) || nodeIn(entry, [field]) !== null);
  const rest = fields.more.filter((field) => !extra.includes(field));
  return (
    <>
      {[...fields.shown, ...extra].map((field) => <FormField key={field} entry={entry} field={field} />)}
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
