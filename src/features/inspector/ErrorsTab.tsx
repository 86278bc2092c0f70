import { isStateType } from '../../asl/fields.ts';
import type { StateEntry } from '../../asl/states.ts';
import { itemsOf, valueOf } from '../../asl/pointer.ts';
import { Button } from '../../ui/Button.tsx';
import { errorFields } from './formFields.ts';
import { FIELD_SPECS } from './fieldSpecs.ts';
import { JsonValue } from './JsonValue.tsx';
import { newCatcher, newRetrier } from './newHandlers.ts';
import { Section } from './Section.tsx';
import { someTarget } from './transitions.ts';
import { useApply } from './useApply.ts';

/** What happens when the state fails: first its retriers, then its catchers. */
export function ErrorsTab({ entry }: { readonly entry: StateEntry }) {
  if (!isStateType(entry.type)) return null;
  return <>{errorFields(entry.type, entry.language).map((field) => <Handlers key={field} entry={entry} field={field} />)}</>;
}

function Handlers({ entry, field }: { readonly entry: StateEntry; readonly field: string }) {
  const { apply } = useApply();
  const node = valueOf(entry.node, field);
  const count = itemsOf(node).length;
  const add = field === 'Retry' ? newRetrier(entry.id, count) : newCatcher(entry.id, count, someTarget(entry) ?? entry.name);
  const isList = node === undefined || node.kind === 'array';
  return (
    <Section title={field} count={count} end={isList && <Button variant="ghost" size="small" icon="plus" onClick={() => apply(add)}>{field === 'Retry' ? 'Add a retrier' : 'Add a catcher'}</Button>}>
      <JsonValue entry={entry} path={[field]} label={field} hideLabel lines={[2, 24]} hint={FIELD_SPECS[field]?.hint} testId={`inspector.field.${field}`} />
    </Section>
  );
}
