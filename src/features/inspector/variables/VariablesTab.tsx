import type { StateEntry } from '../../../asl/states.ts';
import { fieldHint } from '../fieldSpecs.ts';
import { Section } from '../Section.tsx';
import { AssignField } from './AssignField.tsx';

/** The variables that the state sets for those after it. */
export function VariablesTab({ entry }: { readonly entry: StateEntry }) {
  return (
    <Section title="Variables" aside="set when the state ends well" data-testid="inspector.variables">
      <AssignField entry={entry} path={['Assign']} hint={fieldHint('Assign')} testId="inspector.field.Assign" />
    </Section>
  );
}
