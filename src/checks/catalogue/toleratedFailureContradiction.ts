import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { atKey } from '../problem.ts';
import { numberIn } from '../stateParts.ts';

export const toleratedFailureContradiction: CheckRule = {
  id: 'tolerated-failure-contradiction',
  severity: 'warning',
  title: 'Two tolerated failures that contradict each other',
  why: 'When both are given, the Map fails as soon as either is exceeded. A count of 0 beside a percentage, or a percentage of 0 beside a count, leaves the other without effect.',
  example: {
    bad: { Each: { Type: 'Map', ToleratedFailureCount: 0, ToleratedFailurePercentage: 20, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ToleratedFailurePercentage: 20, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const share = numberIn(state.node, 'ToleratedFailurePercentage');
    const count = numberIn(state.node, 'ToleratedFailureCount');
    if (!share || !count || (share.value === 0) === (count.value === 0)) return [];
    const [none, other] = count.value === 0 ? ['ToleratedFailureCount', 'ToleratedFailurePercentage'] as const : ['ToleratedFailurePercentage', 'ToleratedFailureCount'] as const;
    return [finding(atKey(state, none), `${none} is 0, so the first failure ends the Map and ${other} has no effect. Remove one of the two.`)];
  },
  fix: { label: 'Remove the one that is 0', safe: false, ops: removeIt },
};
