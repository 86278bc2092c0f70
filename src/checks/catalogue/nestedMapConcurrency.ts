import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { at, numberIn } from '../stateParts.ts';
import { isDistributed } from '../variables/variableUse.ts';

const MANY = 1000;

/** As far as it is written: a Map without MaxConcurrency counts as 1, since nothing is said of it. */
function together(state: StateEntry): number {
  let product = 1;
  for (let outer: StateEntry | undefined = state; outer; outer = outer.scope.parent) {
    if (outer.type !== 'Map') continue;
    const most = numberIn(outer.node, 'MaxConcurrency')?.value ?? 1;
    product *= isDistributed(outer) ? Math.max(most, 1) : Math.min(Math.max(most, 1), 40);
  }
  return product;
}

export const nestedMapConcurrency: CheckRule = {
  id: 'nested-map-concurrency',
  severity: 'info',
  title: 'Nested Maps that multiply',
  why: 'Each item of the outer Map runs the inner Map, so the numbers multiply. What the inner states call sees that many requests at once: Lambda has 1,000 in an account by default, and others throttle far earlier.',
  example: {
    bad: { Outer: { Type: 'Map', MaxConcurrency: 40, ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Map', MaxConcurrency: 40, ItemProcessor: { StartAt: 'A', States: { A: task('lambda:invoke', { Parameters: { FunctionName: 'f' } }) } }, End: true } } }, End: true } },
    good: { Outer: { Type: 'Map', MaxConcurrency: 4, ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Map', MaxConcurrency: 40, ItemProcessor: { StartAt: 'A', States: { A: task('lambda:invoke', { Parameters: { FunctionName: 'f' } }) } }, End: true } } }, End: true } },
  },
  of: 'machine',
  find: ({ index }) => index.all.flatMap((state) => {
    const most = numberIn(state.node, 'MaxConcurrency');
    let nested = false;
    for (let outer = state.scope.parent; outer; outer = outer.scope.parent) nested ||= outer.type === 'Map';
    if (state.type !== 'Map' || !most || !nested || together(state) < MANY) return [];
    return [finding(at(state, most.node, 'MaxConcurrency'), `Together with the Maps around it, ${JSON.stringify(state.name)} runs up to ${together(state)} items at once. Lower one of the numbers if what they call cannot take that.`)];
  }),
};
