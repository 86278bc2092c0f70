import { setField } from '../../../asl/commands/setField.ts';
import { itemsOf, valueOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { CommentField } from '../CommentField.tsx';
import { fieldHint, type LineKind } from '../fieldSpecs.ts';
import { RestFields } from '../RestFields.tsx';
import { useApply } from '../useApply.ts';
import { ValueField } from '../ValueField.tsx';
import { textIn } from '../values.ts';
import { ErrorNames } from './ErrorNames.tsx';
import { RetryPreview } from './RetryPreview.tsx';
import css from '../lists/Cards.module.css';

const NUMBERS: readonly { readonly field: string; readonly label: string; readonly kind: LineKind; readonly without: string }[] = [
  { field: 'IntervalSeconds', label: 'Interval (seconds)', kind: 'count', without: '1' },
  { field: 'MaxAttempts', label: 'Max attempts', kind: 'count', without: '3' },
  { field: 'BackoffRate', label: 'Backoff rate', kind: 'decimal', without: '2' },
  { field: 'MaxDelaySeconds', label: 'Max delay (seconds)', kind: 'count', without: 'None' },
];
const JITTER = [
  { value: 'NONE', label: 'None', description: 'Each wait is as long as it is worked out' },
  { value: 'FULL', label: 'Full', description: 'Each wait is drawn between 0 and its length' },
] as const;
const KNOWN = ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment'];

/** One entry of Retry: for which errors, how often, how far apart, and what comes of that. */
export function RetrierForm({ entry, at, retrier }: { readonly entry: StateEntry; readonly at: number; readonly retrier: ValueNode }) {
  const { error, apply } = useApply();
  const path = ['Retry', at] as const;
  const id = `inspector.retry.${at + 1}`;
  return (
    <>
      <ErrorNames entry={entry} path={path} testId={`${id}.errors`} />
      <div className={css.pair}>
        {NUMBERS.map(({ field, label, kind, without }) => (
          <ValueField key={field} entry={entry} spec={{ kind, path: [...path, field] }} label={label} hint={fieldHint(field)} placeholder={without} testId={`${id}.${field}`} />
        ))}
      </div>
      <SelectField
        label="Jitter"
        options={JITTER}
        value={textIn(entry, [...path, 'JitterStrategy']) === 'FULL' ? 'FULL' : 'NONE'}
        hint={fieldHint('JitterStrategy')}
        error={error}
        onChange={(to) => apply(setField(entry.id, [...path, 'JitterStrategy'], to))}
        data-testid={`${id}.JitterStrategy`}
      />
      <RetryPreview retrier={retrier} />
      <CommentField entry={entry} path={[...path, 'Comment']} optional />
      <RestFields entry={entry} path={path} known={KNOWN} />
    </>
  );
}

/** `States.Timeout, Lambda.Unknown` of a retrier or catcher. */
export function errorsIn(handler: ValueNode | undefined): string {
  const names = itemsOf(valueOf(handler, 'ErrorEquals')).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (names.length === 0) return 'No error named yet';
  return names.includes('States.ALL') ? 'Any error' : names.join(', ');
}
