import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { setFieldText } from '../setFieldText.ts';
import { useApply } from '../useApply.ts';
import { OPERATOR_OPTIONS, operandOf, type RuleForm } from './choiceRules.ts';
import { changeOperator } from './ruleCommands.ts';
import css from './Rule.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly at: number;
  readonly form: Extract<RuleForm, { readonly kind: 'comparison' }>;
}

/** A JSONPath rule that compares one value: what, how, with what. */
export function Comparison({ entry, at, form }: Props) {
  const variable = useApply();
  const operator = useApply();
  const rule = at + 1;
  return (
    <>
      <div className={css.pair}>
        <TextField
          label="Variable"
          mono
          value={form.variable}
          error={variable.error}
          placeholder="$.order.total"
          onChange={variable.clear}
          onCommit={(text) => (text.trim().startsWith('$') ? variable.apply(setField(entry.id, ['Choices', at, 'Variable'], text.trim())) : variable.refuse('A path begins with $, as in $.order.total.'))}
          data-testid={`inspector.rule.${rule}.variable`}
        />
        <SelectField label="Operator" options={OPERATOR_OPTIONS} value={form.operator} error={operator.error} onChange={(to) => operator.apply(changeOperator(entry.id, at, form.operator, to))} data-testid={`inspector.rule.${rule}.operator`} />
      </div>
      <OperandField entry={entry} at={at} operator={form.operator} node={form.member.value} />
    </>
  );
}

interface OperandProps {
  readonly entry: StateEntry;
  readonly at: number;
  readonly operator: string;
  readonly node: ValueNode;
}

function OperandField({ entry, at, operator, node }: OperandProps) {
  const { error, apply, refuse, clear } = useApply();
  const path = ['Choices', at, operator] as const;
  const label = 'Value';
  const kind = operandOf(operator);
  if (kind === 'boolean' && node.kind === 'literal') {
    const options = [{ value: 'true', label: 'true' }, { value: 'false', label: 'false' }] as const;
    return (
      <div className={css.operand}>
        <span className={css.label} aria-hidden="true">{label}</span>
        <Segmented label={label} options={options} value={String(node.value)} onChange={(value) => apply(setField(entry.id, path, value === 'true'))} />
      </div>
    );
  }
  const commit = (typed: string): void => {
    const text = typed.trim();
    if (kind === 'path' && !text.startsWith('$')) return refuse('A path begins with $, as in $.order.limit.');
    if (kind === 'boolean' && text !== 'true' && text !== 'false') return refuse(`${operator} takes true or false.`);
    if (kind === 'number' && !/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return refuse(`“${text}” is no number. Type one such as 100 or -2.5.`);
    apply(kind === 'number' || kind === 'boolean' ? setFieldText(entry.id, path, text) : setField(entry.id, path, kind === 'path' ? text : typed));
  };
  return (
    <TextField
      label={label}
      mono
      value={node.kind === 'number' ? node.spelling : node.kind === 'string' ? node.value : node.kind === 'literal' ? String(node.value) : ''}
      error={error}
      onChange={clear}
      onCommit={commit}
      data-testid={`inspector.rule.${at + 1}.value`}
    />
  );
}
