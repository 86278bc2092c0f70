import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { at } from '../stateParts.ts';

export const choiceEmptyGroup: CheckRule = {
  id: 'choice-empty-group',
  severity: 'error',
  title: 'And or Or without conditions',
  why: 'And and Or take a list with at least one condition. AWS refuses an empty one.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ And: [], Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ And: [{ Variable: '$.n', IsPresent: true }], Next: 'A' }], Default: 'A' }, A: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way }) => ['And', 'Or'].flatMap((name) => {
    const list = valueOf(node, name);
    return list?.kind === 'array' && list.items.length === 0 ? [finding(at(state, list, ...way, name), `${name} holds no condition. Add one, or remove the rule.`)] : [];
  })),
};
