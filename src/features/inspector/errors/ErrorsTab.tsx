import { use } from 'react';
import { setField } from '../../../asl/commands/setField.ts';
import { isStateType } from '../../../asl/fields.ts';
import { itemsOf, stringOf, valueOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { Json } from '../../../lib/Json.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldList } from '../FieldList.tsx';
import { fieldHint } from '../fieldSpecs.ts';
import { fieldsIn } from '../formFields.ts';
import { JsonValue } from '../JsonValue.tsx';
import { Cards } from '../lists/Cards.tsx';
import { Section } from '../Section.tsx';
import { someTarget } from '../transitions.ts';
import { useApply } from '../useApply.ts';
import { ActionErrors } from './ActionErrors.tsx';
import { CatcherForm } from './CatcherForm.tsx';
import { newCatcher, newRetrier } from './newHandlers.ts';
import { ErrorCatalogContext, possibleErrors } from './possibleErrors.ts';
import { errorsIn, RetrierForm } from './RetrierForm.tsx';
import css from '../lists/Cards.module.css';

/** What happens when the state fails: first its retriers, then its catchers; and how long it may take. */
export function ErrorsTab({ entry }: { readonly entry: StateEntry }) {
  if (!isStateType(entry.type)) return null;
  const fields = fieldsIn('errors', entry.type, entry.language);
  const times = fields.filter((field) => field !== 'Retry' && field !== 'Catch');
  return (
    <ActionErrors entry={entry}>
      {fields.includes('Retry') && <Handlers entry={entry} field="Retry" />}
      {fields.includes('Catch') && <Handlers entry={entry} field="Catch" />}
      {times.length > 0 && <Section title="Timeouts"><FieldList entry={entry} fields={times} /></Section>}
    </ActionErrors>
  );
}

const WORDS = {
  Retry: { noun: 'retrier', add: 'Add a retrier', none: 'Nothing is retried. Add a retrier for errors that may pass by themselves.', aside: 'the first that matches counts' },
  Catch: { noun: 'catcher', add: 'Add a catcher', none: 'An error that is not retried fails the workflow. Add a catcher to lead it elsewhere.', aside: 'asked when no retry is left' },
} as const;

function Handlers({ entry, field }: { readonly entry: StateEntry; readonly field: 'Retry' | 'Catch' }) {
  const { error, apply } = useApply();
  const catalog = use(ErrorCatalogContext);
  const node = valueOf(entry.node, field);
  const items = itemsOf(node);
  const words = WORDS[field];
  const isList = node === undefined || node.kind === 'array';
  const add = (): void => {
    const first = items.length > 0 ? (possibleErrors(entry, catalog)[0] ?? 'States.ALL') : 'States.ALL';
    const handler: Json = field === 'Retry' ? newRetrier(first) : newCatcher(first, someTarget(entry) ?? entry.name);
    apply(setField(entry.id, node ? [field, items.length] : [field], node ? handler : [handler]));
  };
  const button = <Button variant="ghost" size="small" icon="plus" onClick={add} data-testid={`inspector.${field.toLowerCase()}.add`}>{words.add}</Button>;
  return (
    <Section title={field} {...(items.length > 0 ? { count: items.length, aside: words.aside } : {})} end={isList && button} data-testid={`inspector.field.${field}`}>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      {!isList && <JsonValue entry={entry} path={[field]} label={field} hideLabel lines={[2, 24]} hint={fieldHint(field)} />}
      {isList && items.length === 0 && <p className={css.none}>{words.none}</p>}
      {items.length > 0 && (
        <Cards
          entry={entry}
          path={[field]}
          count={items.length}
          noun={words.noun}
          testId={`inspector.${field.toLowerCase()}`}
          sentence={(at) => sentenceOf(field, items[at])}
          form={(at) => formOf(entry, field, at, items[at])}
        />
      )}
    </Section>
  );
}

function formOf(entry: StateEntry, field: 'Retry' | 'Catch', at: number, node: ReturnType<typeof itemsOf>[number] | undefined) {
  if (node?.kind !== 'object') return null;
  return field === 'Retry' ? <RetrierForm entry={entry} at={at} retrier={node} /> : <CatcherForm entry={entry} at={at} />;
}

function sentenceOf(field: 'Retry' | 'Catch', node: ReturnType<typeof itemsOf>[number] | undefined): string {
  if (node?.kind !== 'object') return 'Not an object';
  const errors = errorsIn(node);
  if (field === 'Catch') return `${errors}: go to ${stringOf(node, 'Next') ?? 'nowhere yet'}`;
  const written = valueOf(node, 'MaxAttempts');
  const attempts = written?.kind === 'number' ? written.spelling : '3';
  return attempts === '0' ? `${errors}: never again` : `${errors}: up to ${attempts} more ${attempts === '1' ? 'time' : 'times'}`;
}
