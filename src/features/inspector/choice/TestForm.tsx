import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { moveItem } from '../lists/listCommands.ts';
import { useApply } from '../useApply.ts';
import { nodeIn } from '../values.ts';
import { Comparison } from './Comparison.tsx';
import { NEW_TEST, regroup, type GroupKind } from './testCommands.ts';
import { DEEPEST, readTest, type TestForm as Form } from './tests.ts';
import css from './TestForm.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly depth: number;
  readonly label: string;
  readonly testId: string;
  /** Among its siblings in a group. */
  readonly among?: { readonly group: FieldPath; readonly at: number; readonly count: number };
}

const KINDS: readonly { readonly value: GroupKind; readonly label: string; readonly description: string }[] = [
  { value: 'comparison', label: 'One comparison', description: 'A value compared with another' },
  { value: 'And', label: 'All of these', description: 'And: true when every test below is' },
  { value: 'Or', label: 'Any of these', description: 'Or: true when one test below is' },
  { value: 'Not', label: 'Not', description: 'True when the test below is not' },
];

/** A test of a JSONPath rule: a comparison, or tests combined by And, Or and Not, as deep as they go. */
export function TestForm({ entry, path, depth, label, testId, among }: Props) {
  const { error, apply } = useApply();
  const form = readTest(nodeIn(entry, path) ?? undefined, 'JSONPath');
  if (form.kind === 'json' || form.kind === 'condition' || depth > DEEPEST) return <JsonValue entry={entry} path={path} label={`${label} as JSON`} lines={[2, 12]} testId={`${testId}.json`} />;
  const single = form.kind === 'And' || form.kind === 'Or' ? form.items.length === 1 : true;
  const options = KINDS.map((kind) => (kind.value === 'comparison' && !single ? { ...kind, disabledReason: 'Remove all tests but one first.' } : kind));
  const remove = among && <Siblings entry={entry} label={label} {...among} />;
  return (
    <div role="group" aria-label={label} className={css.test} data-testid={testId}>
      <div className={css.bar}>
        <SelectField<GroupKind> label={`Kind of ${label.toLowerCase()}`} hideLabel size="small" options={options} value={form.kind} onChange={(to) => apply(regroup(entry.id, path, to))} data-testid={`${testId}.kind`} />
        {remove}
      </div>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      <Inside entry={entry} path={path} depth={depth} label={label} testId={testId} form={form} />
    </div>
  );
}

function Inside({ entry, path, depth, label, testId, form }: Omit<Props, 'among'> & { readonly form: Exclude<Form, { readonly kind: 'json' | 'condition' }> }) {
  const { apply } = useApply();
  if (form.kind === 'comparison') return <Comparison entry={entry} path={path} form={form} deep={depth > 1} testId={testId} />;
  if (form.kind === 'Not') return <div className={css.group}><TestForm entry={entry} path={[...path, 'Not']} depth={depth + 1} label={`${label}, not`} testId={`${testId}.Not`} /></div>;
  const group = [...path, form.kind];
  const count = form.items.length;
  return (
    <>
      <ul className={css.group}>
        {form.items.map((_, at) => (
          <li key={at}><TestForm entry={entry} path={[...group, at]} depth={depth + 1} label={`${label}, test ${at + 1}`} testId={`${testId}.${at + 1}`} among={{ group, at, count }} /></li>
        ))}
      </ul>
      <div className={css.add}><Button variant="ghost" size="small" icon="plus" onClick={() => apply(setField(entry.id, [...group, count], NEW_TEST))} data-testid={`${testId}.add`}>Add a test</Button></div>
    </>
  );
}

function Siblings({ entry, label, group, at, count }: { readonly entry: StateEntry; readonly label: string } & NonNullable<Props['among']>) {
  const { apply } = useApply();
  const name = label.toLowerCase();
  return (
    <>
      <IconButton icon="arrow-up" size="small" label={`Move ${name} up`} disabledReason={at === 0 ? 'it is the first' : null} onClick={() => apply(moveItem(entry.id, group, at, at - 1))} />
      <IconButton icon="arrow-down" size="small" label={`Move ${name} down`} disabledReason={at === count - 1 ? 'it is the last' : null} onClick={() => apply(moveItem(entry.id, group, at, at + 1))} />
      <IconButton icon="trash" size="small" label={`Remove ${name}`} disabledReason={count === 1 ? 'a group needs one test; make it one comparison instead' : null} onClick={() => apply(setField(entry.id, [...group, at], undefined))} />
    </>
  );
}
