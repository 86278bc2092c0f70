import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { atName, isUnknown } from '../problem.ts';
import { hasAny } from '../stateParts.ts';

export const parallelOfOne: CheckRule = {
  id: 'parallel-of-one',
  severity: 'info',
  title: 'A Parallel with one branch',
  why: 'One branch runs alongside nothing. The states can stand in the workflow itself; a Parallel of one is useful only for a Retry or Catch around several states.',
  example: {
    bad: { Both: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: done } }], End: true } },
    good: { Both: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: done } }, { StartAt: 'B', States: { B: done } }], End: true } },
  },
  of: 'state',
  find: (state) => {
    const branches = valueOf(state.node, 'Branches');
    if (state.type !== 'Parallel' || branches?.kind !== 'array' || branches.items.length !== 1 || isUnknown(branches.items[0]) || hasAny(state, 'Retry', 'Catch')) return [];
    return [finding(atName(state), `${JSON.stringify(state.name)} has one branch, so nothing runs in parallel. Add a branch, or take its states out.`)];
  },
};
