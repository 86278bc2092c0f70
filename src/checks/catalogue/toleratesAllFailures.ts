import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { at, numberIn } from '../stateParts.ts';

export const toleratesAllFailures: CheckRule = {
  id: 'tolerates-all-failures',
  severity: 'info',
  title: 'A Map that no failure can fail',
  why: 'ToleratedFailurePercentage 100 lets the Map succeed even when every item has failed. What follows then works on nothing.',
  example: {
    bad: { Each: { Type: 'Map', ToleratedFailurePercentage: 100, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ToleratedFailurePercentage: 10, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const share = numberIn(state.node, 'ToleratedFailurePercentage');
    return state.type === 'Map' && share?.value === 100 ? [finding(at(state, share.node, 'ToleratedFailurePercentage'), `${JSON.stringify(state.name)} succeeds even when all items fail. Lower the percentage, or look at the results behind it.`)] : [];
  },
};
