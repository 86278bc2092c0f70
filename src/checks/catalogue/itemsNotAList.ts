import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { isExpression, isUnknown } from '../problem.ts';
import { at } from '../stateParts.ts';

export const itemsNotAList: CheckRule = {
  id: 'items-not-a-list',
  severity: 'error',
  title: 'Items are no list',
  why: 'A Map goes over a list. A text, a number or true can never be one, so the Map fails as soon as it is reached.',
  example: {
    bad: { StartAt: 'Each', QueryLanguage: 'JSONata', States: { Each: { Type: 'Map', Items: '$.orders', ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } } },
    good: { StartAt: 'Each', QueryLanguage: 'JSONata', States: { Each: { Type: 'Map', Items: '{% $states.input.orders %}', ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } } },
  },
  of: 'state',
  find: (state) => {
    const items = valueOf(state.node, 'Items');
    if (state.type !== 'Map' || state.language !== 'JSONata' || !items || isUnknown(items) || items.kind === 'array' || items.kind === 'object' || (items.kind === 'string' && isExpression(items.value))) return [];
    return [finding(at(state, items, 'Items'), `Items must be a list, or an expression that gives one, such as {% $states.input.orders %}.`)];
  },
};
