import type { StateEntry } from '../../asl/states.ts';
import { CredentialsField } from './task/CredentialsField.tsx';
import { fieldHint, FIELD_SPECS } from './fieldSpecs.ts';
import { fieldValue } from './valueForm.ts';
import { ValueField } from './ValueField.tsx';

interface Props {
  readonly entry: StateEntry;
  readonly field: string;
  readonly label?: string;
  readonly lines?: readonly [number, number];
  readonly testId?: string;
}

/** One top-level field of a state, by what kind of value it takes, with what it is for below it. */
export function FormField({ entry, field, label, lines, testId }: Props) {
  const id = testId ?? `inspector.field.${field}`;
  if (field === 'Credentials') return <CredentialsField entry={entry} />;
  return <ValueField entry={entry} spec={fieldValue(entry, field)} label={label ?? field} hint={fieldHint(field)} placeholder={FIELD_SPECS[field]?.placeholder} {...(lines ? { lines } : {})} testId={id} />;
}
