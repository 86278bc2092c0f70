import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { at, numberIn } from '../stateParts.ts';

export const toleratedFailureRange: CheckRule = {
  id: 'tolerated-failure-range',
  severity: 'error',
  title: 'A tolerated failure that AWS refuses',
  why: 'ToleratedFailurePercentage is a number from 0 to 100, ToleratedFailureCount a whole number from 0.',
  example: {
    bad: { Each: { Type: 'Map', ToleratedFailurePercentage: 150, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ToleratedFailurePercentage: 50, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const share = numberIn(state.node, 'ToleratedFailurePercentage');
    const count = numberIn(state.node, 'ToleratedFailureCount');
    return [
      ...(share && (share.value < 0 || share.value > 100) ? [finding(at(state, share.node, 'ToleratedFailurePercentage'), 'ToleratedFailurePercentage must be from 0 to 100. Change it.')] : []),
      ...(count && (count.value < 0 || !Number.isInteger(count.value)) ? [finding(at(state, count.node, 'ToleratedFailureCount'), 'ToleratedFailureCount must be a whole number from 0. Change it.')] : []),
    ];
  },
};
