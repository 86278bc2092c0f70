import { itemsOf, memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { atName } from '../problem.ts';
import { plainText } from '../stateParts.ts';

export const choiceOneWay: CheckRule = {
  id: 'choice-one-way',
  severity: 'info',
  title: 'All ways lead to the same state',
  why: 'When every rule and Default name the same state, the Choice decides nothing. It is often a slip of copying, or left over.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', IsNull: true, Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', IsNull: true, Next: 'A' }], Default: 'B' }, A: done, B: done },
  },
  of: 'state',
  find: (state) => {
    const rules = itemsOf(valueOf(state.node, 'Choices'));
    const otherwise = valueOf(state.node, 'Default');
    if (state.type !== 'Choice' || rules.length === 0 || !plainText(otherwise)) return [];
    const same = rules.every((rule) => !memberOf(rule, 'Assign') && !memberOf(rule, 'Output') && stringOf(rule, 'Next') === otherwise.value);
    return same ? [finding(atName(state), `${JSON.stringify(state.name)} goes to ${JSON.stringify(otherwise.value)} whatever it finds. Let a rule lead elsewhere, or remove the Choice.`)] : [];
  },
};
