import type { StateEntry } from '../../asl/states.ts';
import { FIELD_SPECS } from './fieldSpecs.ts';
import { JsonValue } from './JsonValue.tsx';
import { TextValue } from './TextValue.tsx';
import { fitsTextField } from './textValues.ts';
import { nodeIn } from './values.ts';

/** One top-level field of a state, by what kind of value it takes. A value of another kind is edited as JSON. */
export function FormField({ entry, field, testId }: { readonly entry: StateEntry; readonly field: string; readonly testId?: string }) {
  const spec = FIELD_SPECS[field];
  const node = nodeIn(entry, [field]);
  const id = testId ?? `inspector.field.${field}`;
  if (!spec || spec.kind === 'json' || !fitsTextField(node, spec.kind)) return <JsonValue entry={entry} path={[field]} label={field} hint={spec?.hint} testId={id} />;
  return <TextValue entry={entry} path={[field]} kind={spec.kind} label={field} hint={spec.hint} placeholder={spec.placeholder} testId={id} />;
}
