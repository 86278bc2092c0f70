import { Suspense } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { laterPart } from '../../../editor/laterPart.tsx';
import { VariablesData } from '../data/VariablesData.tsx';
import { fieldHint } from '../fieldSpecs.ts';
import { Section } from '../Section.tsx';
import { AssignField } from './AssignField.tsx';

// It reads expressions, and what reads JSONata is big.
const ScopeSection = laterPart(async () => (await import('./ScopeSection.tsx')).ScopeSection);

/** The variables that the state sets for those after it, and those that it sees. */
export function VariablesTab({ entry }: { readonly entry: StateEntry }) {
  return (
    <>
      <Section title="Variables" aside="set when the state ends well" data-testid="inspector.variables">
        <AssignField entry={entry} path={['Assign']} hint={fieldHint('Assign')} testId="inspector.field.Assign" />
      </Section>
      <Suspense fallback={null}><ScopeSection entry={entry} /></Suspense>
      <VariablesData entry={entry} />
    </>
  );
}
