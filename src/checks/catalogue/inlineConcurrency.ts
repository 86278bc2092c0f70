import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { isUnknown } from '../problem.ts';
import { at, numberIn } from '../stateParts.ts';
import { isDistributed } from '../variables/variableUse.ts';

export const inlineConcurrency: CheckRule = {
  id: 'inline-concurrency',
  severity: 'info',
  title: 'More items at once than an inline Map runs',
  why: 'An inline Map runs about 40 items at a time, whatever MaxConcurrency says. A distributed Map runs up to 10,000.',
  example: {
    bad: { Each: { Type: 'Map', MaxConcurrency: 100, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', MaxConcurrency: 20, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const most = numberIn(state.node, 'MaxConcurrency');
    const config = valueOf(valueOf(state.node, 'ItemProcessor'), 'ProcessorConfig');
    if (state.type !== 'Map' || !most || most.value <= 40 || isDistributed(state) || isUnknown(config) || isUnknown(valueOf(config, 'Mode'))) return [];
    return [finding(at(state, most.node, 'MaxConcurrency'), `An inline Map runs 40 items at once at most, so ${most.value} changes nothing. Lower it, or make the Map distributed.`)];
  },
};
