import { setField } from '../../asl/commands/setField.ts';
import { fieldUse, isLegalField, isStateType } from '../../asl/fields.ts';
import type { StateEntry } from '../../asl/states.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { JsonValue } from './JsonValue.tsx';
import { Section } from './Section.tsx';
import { useApply } from './useApply.ts';

/** Fields that AWS does not take in this state, as JSON in place, with the reason. */
export function OtherFields({ entry }: { readonly entry: StateEntry }) {
  const { node, type, language } = entry;
  if (node.kind !== 'object' || !isStateType(type)) return null;
  const fields = [...new Set(node.members.map(({ key }) => key.value))].filter((field) => !isLegalField(type, language, field));
  if (fields.length === 0) return null;
  return (
    <Section title="Other fields" count={fields.length} aside="not known to Step Functions here">
      {fields.map((field) => <OtherField key={field} entry={entry} field={field} hint={reason(type, field)} />)}
    </Section>
  );
}

function reason(type: Parameters<typeof fieldUse>[0], field: string): string {
  const use = fieldUse(type, field);
  return use === undefined || use === 'both' ? `A ${type} state has no field of this name.` : `Only ${use} states have this field.`;
}

function OtherField({ entry, field, hint }: { readonly entry: StateEntry; readonly field: string; readonly hint: string }) {
  const { apply } = useApply();
  const remove = <IconButton icon="trash" size="small" label={`Remove ${field}`} onClick={() => apply(setField(entry.id, [field], undefined))} />;
  return <JsonValue entry={entry} path={[field]} label={field} hint={hint} labelEnd={remove} testId={`inspector.field.${field}`} />;
}
