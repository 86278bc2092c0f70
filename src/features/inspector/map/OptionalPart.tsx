import type { ReactNode } from 'react';
import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { Json } from '../../../lib/Json.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { fieldHint } from '../fieldSpecs.ts';
import { JsonValue } from '../JsonValue.tsx';
import { Section } from '../Section.tsx';
import { useApply } from '../useApply.ts';
import { nodeIn } from '../values.ts';
import { isObjectOrNone } from './mapParts.ts';

interface Props {
  readonly entry: StateEntry;
  readonly field: string;
  readonly title: string;
  /** What it begins with when it is switched on. */
  readonly start: Json;
  readonly children: ReactNode;
}

/** A part of a Map that is there or not, such as batches. */
export function OptionalPart({ entry, field, title, start, children }: Props) {
  const { error, apply } = useApply();
  const on = nodeIn(entry, [field]) !== null;
  return (
    <Section title={title} hideTitle data-testid={`inspector.field.${field}`}>
      <Switch label={title} hint={error ?? fieldHint(field)} checked={on} onChange={(to) => apply(setField(entry.id, [field], to ? start : undefined))} data-testid={`inspector.${field}.switch`} />
      {on && (isObjectOrNone(entry, field) ? children : <JsonValue entry={entry} path={[field]} label={field} />)}
    </Section>
  );
}
