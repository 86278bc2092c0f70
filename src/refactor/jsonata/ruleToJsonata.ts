import { jsonContent } from '../../asl/commands/operate.ts';
import { memberOf, valueOf } from '../../asl/pointer.ts';
import type { ObjectNode, ValueNode } from '../../asl/tree.ts';
import { err, ok } from '../../lib/Result.ts';
import { BY_HAND, tight, type Converted, type Expression } from './Converted.ts';
import { asTemplate, doing, from, joined, refusing, without, type Part } from './Part.ts';
import { pathToJsonata } from './pathToJsonata.ts';
import { readPath } from './resultToJsonata.ts';
import { templateExpression } from './templateToJsonata.ts';
import { OPERATORS, type OperatorName } from './ruleOperators.ts';

const LOGIC = ['And', 'Or', 'Not'] as const;
const CONSUMED: readonly string[] = [...LOGIC, 'Variable', ...Object.keys(OPERATORS)];

/** A top rule of a Choice state: Variable, operator, And, Or and Not become one Condition. */
export function ruleToJsonata(rule: ValueNode, field: string, data: string): Part {
  if (rule.kind !== 'object') return refusing(field, { reason: `${field} is no rule.`, nextStep: 'Correct it first.' });
  const first = rule.members.findIndex(({ key }) => CONSUMED.includes(key.value));
  return from(field, conditionOf(rule, data, new Set()), ({ text }) =>
    joined([without(rule, ...CONSUMED), doing({ op: 'insert', place: { into: rule, at: Math.max(first, 0) }, key: 'Condition', content: jsonContent(asTemplate(text)) })]),
  );
}

/** @param known what the conditions before it in the same And have made sure of, as `texts of types` */
function conditionOf(rule: ValueNode, data: string, known: ReadonlySet<string>): Converted {
  if (rule.kind !== 'object') return err({ reason: 'A rule is no object.', nextStep: 'Correct it first.' });
  const [and, or, not] = LOGIC.map((name) => valueOf(rule, name));
  if (and) return all('and', and, data, known);
  if (or) return all('or', or, data, known);
  if (not) {
    const inner = conditionOf(not, data, known);
    return inner.ok ? ok({ text: `$not(${inner.value.text})`, gives: 'boolean', remarks: inner.value.remarks }) : inner;
  }
  return comparisonOf(rule, data, known);
}

function all(word: 'and' | 'or', rules: ValueNode, data: string, known: ReadonlySet<string>): Converted {
  if (rules.kind !== 'array' || rules.items.length === 0) return err({ reason: `${word === 'and' ? 'And' : 'Or'} has no list of rules.`, nextStep: 'Correct it first.' });
  const facts = new Set(known);
  const parts: Expression[] = [];
  for (const rule of rules.items) {
    const part = conditionOf(rule, data, facts);
    if (!part.ok) return part;
    parts.push(part.value);
    if (word === 'and') facts.add(part.value.text);
  }
  const texts = parts.map((part) => (mixes(word, part) ? `(${part.text})` : part.text));
  return ok({ text: texts.join(` ${word} `), loose: true, gives: 'boolean', remarks: parts.flatMap(({ remarks }) => remarks) });
}

/** `and` binds before `or` in JSONata too, but nobody should have to know. */
const mixes = (word: 'and' | 'or', { text, loose }: Expression): boolean => loose === true && (word === 'and' ? / or /.test(text) : / and /.test(text));

function comparisonOf(rule: ObjectNode, data: string, known: ReadonlySet<string>): Converted {
  const operator = (Object.keys(OPERATORS) as OperatorName[]).find((name) => memberOf(rule, name));
  const against = operator && valueOf(rule, operator);
  if (operator === undefined || against === undefined) return err({ reason: 'A rule has no comparison that this studio knows.', nextStep: 'Correct it first.' });
  const variable = pathOf('Variable', valueOf(rule, 'Variable'), data);
  if (!variable.ok) return variable;
  const other = operator.endsWith('Path') ? pathOf(operator, against, data) : templateExpression(against, null);
  if (!other.ok) return other;
  const text = OPERATORS[operator](tight(variable.value), tight(other.value), against, (fact) => known.has(fact));
  if (text === null) return err({ reason: `${operator} is compared with what it cannot be compared with.`, nextStep: BY_HAND });
  return ok({ ...text, gives: 'boolean', remarks: [...variable.value.remarks, ...other.value.remarks] });
}

function pathOf(field: string, node: ValueNode | undefined, data: string): Converted {
  const path = readPath(field, node);
  return path.ok ? pathToJsonata(path.value, data) : path;
}
