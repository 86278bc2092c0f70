import type { StateEntry } from '../../../asl/states.ts';
import { Section } from '../Section.tsx';
import { BodySection } from './BodySection.tsx';
import { ConnectionField } from './ConnectionField.tsx';
import { Endpoint } from './Endpoint.tsx';
import { PairsSection } from './PairsSection.tsx';
import { headerProblem } from './headerProblem.ts';

/** The HTTP task: where, with which connection, and what is sent. */
export function HttpForm({ entry }: { readonly entry: StateEntry }) {
  return (
    <>
      <Section title="Endpoint" hideTitle>
        <Endpoint entry={entry} />
        <ConnectionField entry={entry} />
      </Section>
      <PairsSection entry={entry} field="Headers" title="Headers" itemLabel="Header" problemOf={headerProblem} suggestions={COMMON_HEADERS} />
      <PairsSection entry={entry} field="QueryParameters" title="Query parameters" itemLabel="Query parameter" />
      <BodySection entry={entry} />
    </>
  );
}

const COMMON_HEADERS = ['Accept', 'Content-Type', 'Idempotency-Key', 'X-Request-Id'];
