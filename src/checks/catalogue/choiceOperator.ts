import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf, OPERATORS } from '../choiceRules.ts';
import { nearest } from '../didYouMean.ts';
import { done } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { at } from '../stateParts.ts';

const SELECTORS: readonly string[] = ['And', 'Or', 'Not', 'Condition'];
const BESIDE: readonly string[] = ['Variable', 'Next', 'Comment', 'Assign', 'Output'];

export const choiceOperator: CheckRule = {
  id: 'choice-operator',
  severity: 'error',
  title: 'A rule without an operator that AWS knows',
  why: 'A rule with Variable needs exactly one comparison operator, spelt as AWS spells it: StringEquals, NumericGreaterThan, IsPresent. AWS refuses the definition else.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.s', StringEqual: 'yes', Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.s', StringEquals: 'yes', Next: 'A' }], Default: 'A' }, A: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way }) => {
    if (!memberOf(node, 'Variable') || node.members.some(({ key }) => OPERATORS.includes(key.value) || SELECTORS.includes(key.value))) return [];
    const slip = node.members.find(({ key }) => !BESIDE.includes(key.value));
    if (!slip) return [finding({ ...at(state, node, ...way), length: 1 }, 'This rule says which value it looks at, but not what it asks. Add an operator, such as "IsPresent": true.', { fixable: false })];
    const near = nearest(slip.key.value, OPERATORS);
    return [finding(at(state, slip.key, ...way, slip.key.value), `There is no operator ${JSON.stringify(slip.key.value)}.${near === null ? ' Use one such as StringEquals.' : ` Did you mean "${near}"?`}`, { fixable: near !== null })];
  }),
  fix: { label: 'Rename it to the operator', safe: true, ops: renameTo((name) => nearest(name, OPERATORS)) },
};
