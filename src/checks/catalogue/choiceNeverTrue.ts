import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { rulesOf } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { at } from '../stateParts.ts';

const SAYS_FALSE = /^\{%\s*(false)\s*%\}$/;

export const choiceNeverTrue: CheckRule = {
  id: 'choice-never-true',
  severity: 'warning',
  title: 'A condition that never holds',
  why: 'A rule whose condition is false is never taken, so what it leads to may never run.',
  example: {
    bad: { StartAt: 'Pick', QueryLanguage: 'JSONata', States: { Pick: { Type: 'Choice', Choices: [{ Condition: false, Next: 'A' }], Default: 'B' }, A: done, B: done } },
    good: { StartAt: 'Pick', QueryLanguage: 'JSONata', States: { Pick: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.vip = true %}', Next: 'A' }], Default: 'B' }, A: done, B: done } },
  },
  of: 'state',
  find: (state) => rulesOf(state).flatMap(({ node, way }) => {
    const condition = valueOf(node, 'Condition');
    const never = condition?.kind === 'literal' ? condition.value === false : condition?.kind === 'string' && SAYS_FALSE.test(condition.value);
    return condition && never ? [finding(at(state, condition, ...way, 'Condition'), `This rule of ${JSON.stringify(state.name)} is never taken. Remove it, or ask something.`)] : [];
  }),
};
