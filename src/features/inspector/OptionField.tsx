import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { useApply } from './useApply.ts';
import { clearValue } from './valueForm.ts';
import { JsonValue } from './JsonValue.tsx';
import { nodeIn } from './values.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly label: string;
  readonly options: readonly Option[];
  /** Said where nothing is written. */
  readonly none?: string;
  readonly hint?: string | undefined;
  readonly testId: string;
}

const NONE = '(none)';

/** A text that is one of a few. What else is written shows as it is. */
export function OptionField({ entry, path, label, options, none, hint, testId }: Props) {
  const { error, apply } = useApply();
  const node = nodeIn(entry, path);
  if (node && node.kind !== 'string') return <JsonValue entry={entry} path={path} label={label} hint={hint} testId={testId} />;
  const written = node?.value;
  const strange = written !== undefined && !options.some(({ value }) => value === written) ? [{ value: written, label: written, description: 'Not one that Step Functions knows' }] : [];
  const all = [...(none === undefined ? [] : [{ value: NONE, label: none }]), ...options, ...strange];
  return <SelectField label={label} options={all} value={written ?? (none === undefined ? null : NONE)} hint={hint} error={error} onChange={(to) => apply(to === NONE ? clearValue(entry, path) : setField(entry.id, path, to))} data-testid={testId} />;
}
