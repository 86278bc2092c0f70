import { setField } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { FormField } from './FormField.tsx';
import { newGesture } from './newGesture.ts';
import { Section } from './Section.tsx';
import { useApply } from './useApply.ts';
import { nodeIn } from './values.ts';

type WaitField = 'Seconds' | 'Timestamp' | 'SecondsPath' | 'TimestampPath';

const OPTIONS: readonly { readonly value: WaitField; readonly label: string; readonly start: string | number }[] = [
  { value: 'Seconds', label: 'For some seconds', start: 5 },
  { value: 'Timestamp', label: 'Until a time', start: '2030-01-01T00:00:00Z' },
  { value: 'SecondsPath', label: 'For seconds from the input', start: '$.seconds' },
  { value: 'TimestampPath', label: 'Until a time from the input', start: '$.until' },
];

/** How long a Wait state waits; exactly one of its four fields says so. */
export function WaitForm({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const set = OPTIONS.filter(({ value }) => nodeIn(entry, [value]) !== null);
  const legal = OPTIONS.filter(({ value }) => entry.language === 'JSONPath' || !value.endsWith('Path') || nodeIn(entry, [value]) !== null);
  const choose = (wanted: WaitField): void => {
    const gesture = newGesture();
    for (const { value } of set) if (value !== wanted) apply(setField(entry.id, [value], undefined), gesture);
    if (!nodeIn(entry, [wanted])) apply(setField(entry.id, [wanted], OPTIONS.find(({ value }) => value === wanted)?.start), gesture);
  };
  const several = set.length > 1 ? `Only one of ${set.map(({ value }) => value).join(' and ')} may stand here. Choose which one to keep.` : null;
  return (
    <Section title="Wait" hideTitle>
      <SelectField label="Wait" options={legal} value={set[0]?.value ?? null} error={error ?? several} onChange={choose} data-testid="inspector.wait" />
      {set.map(({ value }) => <FormField key={value} entry={entry} field={value} />)}
    </Section>
  );
}
