import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { ModeToggle } from '../ModeToggle.tsx';
import { textOfValue } from '../textValues.ts';
import { useApply } from '../useApply.ts';
import { clearValue, computeCommand, hasToggle, readValue, type ValueSpec } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';

interface Props {
  readonly entry: StateEntry;
  readonly spec: ValueSpec;
  readonly label: string;
  readonly hint: string | undefined;
  readonly values: readonly (string | boolean)[];
  readonly required: boolean;
  readonly testId: string;
}

const NONE = '\u0000';

/** One of a few values, or computed. What stands there and is none of them stays, as text. */
export function ChoiceValue({ entry, spec, label, hint, values, required, testId }: Props) {
  const { error, apply } = useApply();
  const { mode, node, twice } = readValue(entry, spec);
  const text = textOfValue(node);
  const at = values.findIndex((value) => String(value) === text);
  const isThere = node === null || (at >= 0 && typeof values[at] === (node.kind === 'literal' ? 'boolean' : 'string'));
  if (mode === 'expression' || twice || !isThere) {
    const other = mode === 'literal' && !twice ? `AWS does not list this value. ${hint ?? ''}`.trim() : hint;
    return <ValueField entry={entry} spec={spec} label={label} hint={other} testId={testId} />;
  }
  const set = (value: string): void => {
    apply(value === NONE ? clearValue(entry, spec.path) : setField(entry.id, spec.path, values.find((one) => String(one) === value) ?? value));
  };
  const options = [...(required ? [] : [{ value: NONE, label: 'Not set' }]), ...values.map((value) => ({ value: String(value), label: String(value) }))];
  return (
    <SelectField
      label={label} hint={hint} error={error} mono options={options} value={node ? text : ''} placeholder={required ? 'Choose…' : 'Not set'} onChange={set} data-testid={testId}
      labelEnd={hasToggle(entry, spec) ? <ModeToggle label={label} language={entry.language} pressed={false} onToggle={() => apply(computeCommand(entry, spec))} testId={`${testId}.toggle`} /> : undefined}
    />
  );
}
