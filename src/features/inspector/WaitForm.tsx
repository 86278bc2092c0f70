import type { StateEntry } from '../../asl/states.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { FormField } from './FormField.tsx';
import { Section } from './Section.tsx';
import { useApply } from './useApply.ts';
import { respell } from './valueForm.ts';
import { setField } from '../../asl/commands/setField.ts';
import { nodeIn } from './values.ts';

type WaitKind = 'Seconds' | 'Timestamp';

const OPTIONS: readonly { readonly value: WaitKind; readonly label: string; readonly start: string | number; readonly path: string }[] = [
  { value: 'Seconds', label: 'For some seconds', start: 5, path: '$.seconds' },
  { value: 'Timestamp', label: 'Until a time', start: '2030-01-31T08:00:00Z', path: '$.until' },
];
const FORMS = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'] as const;

/** How long a Wait state waits; exactly one of its four fields says so. The toggle beside the value takes it from the input. */
export function WaitForm({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const set = FORMS.filter((field) => nodeIn(entry, [field]) !== null);
  const [first] = set;
  const kind: WaitKind | null = first === undefined ? null : first.startsWith('Seconds') ? 'Seconds' : 'Timestamp';
  const kinds = OPTIONS.filter(({ value }) => set.some((field) => field.startsWith(value)));
  const choose = (wanted: WaitKind): void => {
    const option = OPTIONS.find(({ value }) => value === wanted);
    if (!option || wanted === kind) return;
    if (first === undefined) apply(setField(entry.id, [wanted], option.start));
    else if (first.endsWith('Path') && entry.language === 'JSONPath') apply(respell(entry.id, [first], `${wanted}Path`, option.path));
    else apply(respell(entry.id, [first], wanted, option.start));
  };
  const several = kinds.length > 1 ? `Only one of ${set.join(', ')} may stand here. Clear the others.` : null;
  const nothing = set.length === 0 ? 'Nothing says yet how long it waits. Choose one.' : null;
  return (
    <Section title="Wait" hideTitle>
      <SelectField<WaitKind> label="Wait" options={OPTIONS} value={kind} error={error ?? several ?? nothing} onChange={choose} data-testid="inspector.wait" />
      {kinds.map(({ value }) => <FormField key={value} entry={entry} field={value} />)}
    </Section>
  );
}
