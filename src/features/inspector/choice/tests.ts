import type { Member, ValueNode } from '../../../asl/tree.ts';
import { stringOf, valueOf } from '../../../asl/pointer.ts';
import { OPERATOR_NAMES } from '../../../interpreter/choice/operators.ts';

/** What a rule, or a test inside one, is made of. `json`: no form can show it. */
export type TestForm =
  | { readonly kind: 'condition'; readonly text: string }
  | { readonly kind: 'comparison'; readonly variable: string; readonly operator: string; readonly member: Member }
  | { readonly kind: 'And' | 'Or'; readonly items: readonly ValueNode[] }
  | { readonly kind: 'Not'; readonly inner: ValueNode }
  | { readonly kind: 'json' };

export const TEST_MEMBERS: readonly string[] = ['Variable', 'And', 'Or', 'Not', 'Condition', ...OPERATOR_NAMES];
/** Deeper than this tests are edited as JSON: nobody builds such rules by hand, and the page stays in its frame. */
export const DEEPEST = 8;

export function readTest(node: ValueNode | undefined, language: 'JSONPath' | 'JSONata'): TestForm {
  if (node?.kind !== 'object') return { kind: 'json' };
  const own = node.members.filter(({ key }) => TEST_MEMBERS.includes(key.value));
  if (language === 'JSONata') return conditionIn(node, own);
  const [first] = own;
  if (own.length === 1 && first) return groupIn(first);
  const variable = stringOf(node, 'Variable');
  const operator = own.find(({ key }) => key.value !== 'Variable');
  if (own.length !== 2 || variable === undefined || !operator || !OPERATOR_NAMES.includes(operator.key.value)) return { kind: 'json' };
  const { kind } = operator.value;
  return kind === 'object' || kind === 'array' || kind === 'broken' ? { kind: 'json' } : { kind: 'comparison', variable, operator: operator.key.value, member: operator };
}

function conditionIn(node: ValueNode, own: readonly Member[]): TestForm {
  const condition = valueOf(node, 'Condition');
  if (own.length !== 1 || !condition) return { kind: 'json' };
  if (condition.kind === 'string') return { kind: 'condition', text: condition.value };
  return condition.kind === 'literal' && condition.value !== null ? { kind: 'condition', text: String(condition.value) } : { kind: 'json' };
}

function groupIn({ key, value }: Member): TestForm {
  if ((key.value === 'And' || key.value === 'Or') && value.kind === 'array' && value.items.length > 0) return { kind: key.value, items: value.items };
  return key.value === 'Not' && value.kind === 'object' ? { kind: 'Not', inner: value } : { kind: 'json' };
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

/** The operator that takes its value from a path; null for those that have no such form. */
export function pathForm(operator: string): string | null {
  const name = operator.endsWith('Path') ? operator : `${operator}Path`;
  return OPERATOR_NAMES.includes(name) ? name : null;
}

export const literalForm = (operator: string): string => (operator.endsWith('Path') ? operator.slice(0, -'Path'.length) : operator);

const KINDS: { readonly [kind: string]: string } = { String: 'text', Numeric: 'number', Boolean: 'true or false', Timestamp: 'time' };
const SAYS: readonly (readonly [suffix: string, says: string])[] = [
  ['GreaterThanEquals', 'is at least'], ['GreaterThan', 'is greater than'], ['LessThanEquals', 'is at most'], ['LessThan', 'is less than'], ['Matches', 'matches'], ['Equals', 'equals'],
];
const IS: { readonly [name: string]: string } = { IsPresent: 'is present', IsNull: 'is null', IsString: 'is a text', IsNumeric: 'is a number', IsBoolean: 'is true or false', IsTimestamp: 'is a time' };

/** `is greater than (number)` for `NumericGreaterThan`. */
function operatorLabel(name: string): string {
  const is = Object.hasOwn(IS, name) ? IS[name] : undefined;
  if (is !== undefined) return is;
  const kind = Object.keys(KINDS).find((one) => name.startsWith(one)) ?? '';
  const says = SAYS.find(([suffix]) => name.endsWith(suffix))?.[1] ?? name;
  return `${says} (${name === 'StringMatches' ? 'pattern with *' : KINDS[kind]})`;
}

/** Every operator once; its Path form is a toggle beside the value. In the order a person looks for them. */
export const OPERATOR_OPTIONS = ['Is', 'String', 'Numeric', 'Boolean', 'Timestamp'].flatMap((start) =>
  OPERATOR_NAMES.filter((name) => name.startsWith(start) && !name.endsWith('Path')).map((name) => ({ value: name, label: operatorLabel(name), description: name })));

