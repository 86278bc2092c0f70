import { useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useCatalogAnswer } from '../../../editor/useCatalogAnswer.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { FormField } from '../FormField.tsx';
import { argumentsKey } from '../http/httpFields.ts';
import { Section } from '../Section.tsx';
import { TaskSection } from '../task/TaskSection.tsx';
import { nodeIn, textIn } from '../values.ts';
import { ActionPicker } from './ActionPicker.tsx';
import { type CallFacts, callNote, factsOf, isCall, notesOf } from './callFacts.ts';
import { MemberField } from './MemberField.tsx';
import { ResponseSection } from './ResponseSection.tsx';
import { StructureFields } from './StructureFields.tsx';
import css from './call.module.css';

/** What a task calls and with what: a form where the request is known, and its JSON beside it. */
export function CallSection({ entry }: { readonly entry: StateEntry }) {
  const resource = textIn(entry, ['Resource']) ?? '';
  const facts = useCatalogAnswer(isCall(resource) ? `facts ${resource}` : null, (reader) => factsOf(reader, resource)) ?? null;
  const note = facts && callNote(facts);
  return (
    <>
      <TaskSection entry={entry} head={<ActionPicker entry={entry} resource={resource} title={facts && titleOf(facts)} />}>
        {note !== null && <p className={css.hint} data-testid="call.note">{note}</p>}
      </TaskSection>
      <Parameters key={resource} entry={entry} resource={resource} facts={facts} />
      {facts?.response && <ResponseSection key={`answer ${resource}`} entry={entry} resource={resource} shape={facts.response} />}
    </>
  );
}

const titleOf = ({ found }: CallFacts): string | null => (found.kind === 'known' ? `${found.title}: ${found.action}` : found.kind === 'free-text' || found.kind === 'unsupported' ? found.service.title : null);

type View = 'form' | 'json';
const VIEWS = [{ value: 'form', label: 'Form' }, { value: 'json', label: 'JSON' }] as const;

function Parameters({ entry, resource, facts }: { readonly entry: StateEntry; readonly resource: string; readonly facts: CallFacts | null }) {
  const [view, setView] = useState<View>('form');
  const field = argumentsKey(entry);
  const node = nodeIn(entry, [field]);
  const request = facts?.request ?? null;
  // One expression or a placeholder gives all of them.
  const whole = node !== null && node.kind !== 'object';
  const asForm = request !== null && !whole && view === 'form';
  const notes = useCatalogAnswer(asForm ? `notes ${resource}` : null, (reader) => notesOf(reader, resource)) ?? null;
  const json = <FormField entry={entry} field={field} lines={[4, 20]} />;
  const credentials = <FormField entry={entry} field="Credentials" />;
  if (!request) return <Section title="Arguments" hideTitle>{json}{credentials}</Section>;
  const action = facts && facts.found.kind === 'known' ? facts.found.action : 'this action';
  return (
    <Section title={field} end={!whole && <Segmented<View> label={`${field} as`} size="small" options={VIEWS} value={view} onChange={setView} data-testid="call.view" />}>
      {asForm ? (
        <div data-testid={`inspector.field.${field}`}>
          {notes?.action !== undefined && <p className={css.about}>{notes.action}</p>}
          {entry.language === 'JSONPath' && node === null && <p className={css.about}>Nothing is set, so the task gets the state’s input as its parameters.</p>}
          <StructureFields Member={MemberField} entry={entry} path={[field]} shape={request} notes={notes} depth={0} what={action} />
        </div>
      ) : json}
      {credentials}
    </Section>
  );
}
