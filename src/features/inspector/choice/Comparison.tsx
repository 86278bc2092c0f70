import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { LiveField } from '../data/LiveField.tsx';
import { ModeToggle } from '../ModeToggle.tsx';
import { setFieldText } from '../setFieldText.ts';
import { textOfValue } from '../textValues.ts';
import { useApply } from '../useApply.ts';
import { changeOperator } from './testCommands.ts';
import { literalForm, operandOf, OPERATOR_OPTIONS, pathForm, type TestForm } from './tests.ts';
import css from './TestForm.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly form: Extract<TestForm, { readonly kind: 'comparison' }>;
  /** Inside a group there is less room. */
  readonly deep: boolean;
  readonly testId: string;
}

/** A JSONPath test that compares one value: what, how, with what. */
export function Comparison({ entry, path, form, deep, testId }: Props) {
  const variable = useApply();
  const operator = useApply();
  const commit = (text: string): void => {
    if (text.trim().startsWith('$')) variable.apply(setField(entry.id, [...path, 'Variable'], text.trim()));
    else variable.refuse('A path begins with $, as in $.order.total.');
  };
  const change = (to: string): void => {
    const computed = form.operator.endsWith('Path') ? pathForm(to) : null;
    operator.apply(changeOperator(entry.id, path, form.operator, computed ?? to));
  };
  return (
    <>
      <div className={css.pair} data-deep={deep || undefined}>
        <LiveField entry={entry} path={[...path, 'Variable']} label="Variable"><TextField label="Variable" mono value={form.variable} error={variable.error} placeholder="$.order.total" onChange={variable.clear} onCommit={commit} data-testid={`${testId}.variable`} /></LiveField>
        <SelectField label="Operator" options={OPERATOR_OPTIONS} value={literalForm(form.operator)} error={operator.error} onChange={change} data-testid={`${testId}.operator`} />
      </div>
      <OperandField entry={entry} path={path} operator={form.operator} node={form.member.value} testId={testId} />
    </>
  );
}

interface OperandProps {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly operator: string;
  readonly node: ValueNode;
  readonly testId: string;
}

const ANSWERS = [{ value: 'true', label: 'true' }, { value: 'false', label: 'false' }] as const;

function OperandField({ entry, path, operator, node, testId }: OperandProps) {
  const { error, apply, refuse, clear } = useApply();
  const at = [...path, operator];
  const kind = operandOf(operator);
  const other = operator.endsWith('Path') ? literalForm(operator) : pathForm(operator);
  const toggle = other !== null && <ModeToggle label="Value" language="JSONPath" pressed={kind === 'path'} onToggle={() => apply(changeOperator(entry.id, path, operator, other))} testId={`${testId}.value.toggle`} />;
  if (kind === 'boolean' && node.kind === 'literal' && node.value !== null) {
    return (
      <div className={css.operand}>
        <span className={css.labelRow}><span className={css.label} aria-hidden="true">Value</span>{toggle}</span>
        <Segmented label="Value" options={ANSWERS} value={String(node.value)} onChange={(value) => apply(setField(entry.id, at, value === 'true'))} data-testid={`${testId}.value`} />
      </div>
    );
  }
  const commit = (typed: string): void => {
    const problem = operandProblem(kind, typed.trim(), operator);
    if (problem !== null) return refuse(problem);
    apply(kind === 'number' || kind === 'boolean' ? setFieldText(entry.id, at, typed.trim()) : setField(entry.id, at, kind === 'path' ? typed.trim() : typed));
  };
  return <TextField label="Value" mono labelEnd={toggle} value={textOfValue(node)} error={error} onChange={clear} onCommit={commit} data-testid={`${testId}.value`} />;
}

function operandProblem(kind: ReturnType<typeof operandOf>, text: string, operator: string): string | null {
  if (kind === 'path' && !text.startsWith('$')) return 'A path begins with $, as in $.order.limit.';
  if (kind === 'boolean' && text !== 'true' && text !== 'false') return `${operator} takes true or false.`;
  if (kind === 'number' && !/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return `“${text}” is no number. Type one such as 100 or -2.5.`;
  return null;
}
