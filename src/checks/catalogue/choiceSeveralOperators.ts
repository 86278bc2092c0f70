import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf, OPERATORS } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { at } from '../stateParts.ts';

export const choiceSeveralOperators: CheckRule = {
  id: 'choice-several-operators',
  severity: 'error',
  title: 'Several operators in one rule',
  why: 'A rule asks one thing. AWS refuses one with two operators; And and Or combine several.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: 1, NumericLessThan: 9, Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ And: [{ Variable: '$.n', NumericGreaterThan: 1 }, { Variable: '$.n', NumericLessThan: 9 }], Next: 'A' }], Default: 'A' }, A: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way }) => {
    const [, ...more] = node.members.filter(({ key }) => OPERATORS.includes(key.value));
    return more.slice(0, 1).map(({ key }) => finding(at(state, key, ...way, key.value), `This rule has a second operator, ${key.value}. Keep one, or put both into And.`));
  }),
};
