import { isStateType } from '../../asl/fields.ts';
import type { StateEntry } from '../../asl/states.ts';
import { FieldList } from './FieldList.tsx';
import { dataFields } from './formFields.ts';
import { Section } from './Section.tsx';

/** What goes in, and what goes on to the states after it, in the order Step Functions works them off. */
export function DataTab({ entry }: { readonly entry: StateEntry }) {
  if (!isStateType(entry.type)) return null;
  return (
    <Section title="Data flow" hideTitle>
      <FieldList entry={entry} fields={dataFields(entry.type, entry.language)} />
    </Section>
  );
}
