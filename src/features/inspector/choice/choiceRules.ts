import type { QueryLanguage } from '../../../asl/names.ts';
import { stringOf } from '../../../asl/pointer.ts';
import type { Member, ValueNode } from '../../../asl/tree.ts';
import { OPERATOR_NAMES } from '../../../interpreter/choice/operators.ts';
import type { SelectOption } from '../../../ui/SelectField.tsx';

/** What form a rule has; rules that combine others are edited as JSON. */
export type RuleForm =
  | { readonly kind: 'condition'; readonly text: string }
  | { readonly kind: 'comparison'; readonly variable: string; readonly operator: string; readonly member: Member }
  | { readonly kind: 'json' };

const COMBINED = ['And', 'Or', 'Not'];

export function readRule(rule: ValueNode, language: QueryLanguage): RuleForm {
  if (rule.kind !== 'object') return { kind: 'json' };
  if (language === 'JSONata') {
    const text = stringOf(rule, 'Condition');
    return text === undefined ? { kind: 'json' } : { kind: 'condition', text };
  }
  const variable = stringOf(rule, 'Variable');
  const operators = rule.members.filter(({ key }) => OPERATOR_NAMES.includes(key.value));
  const [member, ...others] = operators;
  const combined = rule.members.some(({ key }) => COMBINED.includes(key.value));
  if (variable === undefined || !member || others.length > 0 || combined) return { kind: 'json' };
  const { kind } = member.value;
  return kind === 'object' || kind === 'array' || kind === 'broken' ? { kind: 'json' } : { kind: 'comparison', variable, operator: member.key.value, member };
}

export type Operand = 'path' | 'boolean' | 'number' | 'text';

/** What stands on the right of an operator. */
export function operandOf(operator: string): Operand {
  if (operator.endsWith('Path')) return 'path';
  if (operator.startsWith('Is') || operator.startsWith('Boolean')) return 'boolean';
  return operator.startsWith('Numeric') ? 'number' : 'text';
}

const START: { readonly [O in Operand]: string | number | boolean } = { path: '$.other', boolean: true, number: 0, text: '' };

/** The value a rule keeps when its operator changes: the old one where it fits. */
export function operandFor(operator: string, old: string | number | boolean | null): string | number | boolean {
  const kind = operandOf(operator);
  const fits = kind === 'number' ? typeof old === 'number' : kind === 'boolean' ? typeof old === 'boolean' : typeof old === 'string' && old.startsWith('$') === (kind === 'path');
  if (fits && old !== null) return old;
  return operator.startsWith('Timestamp') && kind === 'text' ? '2030-01-01T00:00:00Z' : START[kind];
}

const GROUPS: readonly (readonly [start: string, says: string])[] = [['Is', 'Type test'], ['String', 'Text'], ['Numeric', 'Number'], ['Boolean', 'True or false'], ['Timestamp', 'Time']];

/** Operators in the order a person looks for them. */
export const OPERATOR_OPTIONS: readonly SelectOption[] = GROUPS.flatMap(([start, says]) =>
  OPERATOR_NAMES.filter((name) => name.startsWith(start)).map((name) => ({ value: name, label: name, description: name.endsWith('Path') ? `${says}, compared with a path` : says })),
);

/** A condition as AWS wants it: typed without its braces, it gets them. */
export function conditionOf(typed: string): string {
  const text = typed.trim();
  return text === '' || (text.startsWith('{%') && text.endsWith('%}')) ? text : `{% ${text} %}`;
}
