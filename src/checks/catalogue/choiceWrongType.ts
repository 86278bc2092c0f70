import type { ValueNode } from '../../asl/tree.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf, OPERATORS } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { isUnknown } from '../problem.ts';
import { at } from '../stateParts.ts';

/** What the operand must be, by the first word of the operator; those that end in Path name one. */
const WANTED: { readonly [word: string]: string } = { Numeric: 'number', String: 'string', Timestamp: 'string', Boolean: 'boolean', Is: 'boolean' };
const SAY: { readonly [type: string]: string } = { number: 'a number', string: 'a text', boolean: 'true or false' };

const typeOf = (node: ValueNode): string => (node.kind === 'literal' ? typeof node.value : node.kind);

export const choiceWrongType: CheckRule = {
  id: 'choice-wrong-type',
  severity: 'error',
  title: 'Compares with a value of another type',
  why: 'Each operator compares one type: NumericEquals wants a number, BooleanEquals true or false, StringEquals a text. AWS refuses the definition with another, and it never turns "5" into 5.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: '5', Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 5, Next: 'A' }], Default: 'A' }, A: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way }) => node.members.flatMap(({ key, value }) => {
    if (!OPERATORS.includes(key.value) || isUnknown(value)) return [];
    const wanted = key.value.endsWith('Path') ? 'string' : (WANTED[/^(Numeric|String|Timestamp|Boolean|Is)/.exec(key.value)?.[1] ?? ''] ?? 'string');
    if (typeOf(value) === wanted) return [];
    const numeric = wanted === 'number' && value.kind === 'string' && value.value.trim() !== '' && Number.isFinite(Number(value.value));
    return [finding(at(state, value, ...way, key.value), `${key.value} compares with ${SAY[wanted]}.${numeric ? ' Remove the quotes, or use the operator for texts.' : ' Change the value, or the operator.'}`, { fixable: numeric })];
  })),
  fix: { label: 'Remove the quotes', safe: false, ops: setWhere((text) => (text.trim() === '' ? null : Number(text))) },
};
