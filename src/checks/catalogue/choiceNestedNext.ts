import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { at } from '../stateParts.ts';

export const choiceNestedNext: CheckRule = {
  id: 'choice-nested-next',
  severity: 'error',
  title: 'Next inside And, Or or Not',
  why: 'Only a whole rule leads on. AWS refuses Next in a condition within And, Or or Not.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Not: { Variable: '$.n', IsPresent: true, Next: 'A' }, Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Not: { Variable: '$.n', IsPresent: true }, Next: 'A' }], Default: 'A' }, A: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way, nested }) => {
    const next = nested ? memberOf(node, 'Next') : undefined;
    return next ? [finding(at(state, next.key, ...way, 'Next'), 'A condition inside another one leads nowhere: only the rule around it has Next. Remove it here.')] : [];
  }),
  fix: { label: 'Remove Next', safe: true, ops: removeIt },
};
