import { isStateType } from '../../asl/fields.ts';
import type { StateEntry } from '../../asl/states.ts';
import { DataSection } from './data/DataSection.tsx';
import { FieldList } from './FieldList.tsx';
import { fieldsIn } from './formFields.ts';
import { Section } from './Section.tsx';
import css from './InsideNote.module.css';

/** What of the input reaches the state's own work. */
export function InputTab({ entry }: { readonly entry: StateEntry }) {
  if (!isStateType(entry.type)) return null;
  const fields = fieldsIn('input', entry.type, entry.language);
  return (
    <>
      <Section title="Input" hideTitle>
        {entry.language === 'JSONata' && <p className={css.text}>In JSONata nothing is taken out of the input before the state: expressions read it as $states.input, and the context as $states.context.</p>}
        <FieldList entry={entry} fields={fields} />
      </Section>
      <DataSection entry={entry} side="before" />
    </>
  );
}

/** What goes on to the next state, in the order Step Functions works it off. */
export function OutputTab({ entry }: { readonly entry: StateEntry }) {
  if (!isStateType(entry.type)) return null;
  const ordered = ['ResultSelector', 'ResultPath', 'OutputPath', 'Output'].filter((field) => isStateType(entry.type) && fieldsIn('output', entry.type, entry.language).includes(field));
  return (
    <>
      <Section title="Output" hideTitle>
        <FieldList entry={entry} fields={ordered} />
      </Section>
      <DataSection entry={entry} side="after" />
    </>
  );
}
