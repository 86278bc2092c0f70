import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { rulesOf } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { at } from '../stateParts.ts';

const SAYS_TRUE = /^\{%\s*(true)\s*%\}$/;

export const choiceAlwaysTrue: CheckRule = {
  id: 'choice-always-true',
  severity: 'warning',
  title: 'A condition that always holds',
  why: 'A rule whose condition is true is always taken: the rules behind it and Default never are.',
  example: {
    bad: { StartAt: 'Pick', QueryLanguage: 'JSONata', States: { Pick: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'A' }], Default: 'B' }, A: done, B: done } },
    good: { StartAt: 'Pick', QueryLanguage: 'JSONata', States: { Pick: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.vip %}', Next: 'A' }], Default: 'B' }, A: done, B: done } },
  },
  of: 'state',
  find: (state) => rulesOf(state).flatMap(({ node, way }) => {
    const condition = valueOf(node, 'Condition');
    const always = condition?.kind === 'literal' ? condition.value === true : condition?.kind === 'string' && SAYS_TRUE.test(condition.value);
    return condition && always ? [finding(at(state, condition, ...way, 'Condition'), `This rule of ${JSON.stringify(state.name)} is always taken, and nothing behind it ever is. Make it the Default, or ask something.`)] : [];
  }),
};
