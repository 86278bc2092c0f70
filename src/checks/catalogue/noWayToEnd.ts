import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { type Flow, flowOf, isLast } from '../flow.ts';
import { atName } from '../problem.ts';

function endless(flow: Flow): readonly StateEntry[] {
  const ends = new Set(flow.scope.children.filter(isLast));
  // A set yields what is added while it is walked.
  for (const state of ends) for (const { from } of flow.into.get(state) ?? []) ends.add(from);
  return flow.scope.children.filter((state) => flow.reached.has(state) && !ends.has(state));
}

export const noWayToEnd: CheckRule = {
  id: 'no-way-to-end',
  severity: 'warning',
  title: 'No way leads to an end from here',
  why: 'Once it gets here, an execution goes round for ever: until AWS stops it after a year, after 25,000 events, or for its timeout. AWS takes such a definition as long as some other state ends.',
  example: {
    bad: { Ask: { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'Out' }], Default: 'Rest' }, Rest: { Type: 'Wait', Seconds: 5, Next: 'Again' }, Again: { Type: 'Pass', Next: 'Rest' }, Out: done },
    good: { Ask: { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'Out' }], Default: 'Rest' }, Rest: { Type: 'Wait', Seconds: 5, Next: 'Again' }, Again: { Type: 'Pass', Next: 'Ask' }, Out: done },
  },
  of: 'machine',
  find: (facts) => facts.index.scopes.flatMap((scope) => {
    const flow = flowOf(scope);
    // A machine without any end has an error of its own.
    if (!flow || (scope.kind === 'machine' && !scope.children.some(isLast))) return [];
    return endless(flow).map((state) => finding(atName(state), `From ${JSON.stringify(state.name)} no way leads to an end. Let a state on the way end the ${scope.kind === 'machine' ? 'workflow' : scope.kind === 'branch' ? 'branch' : 'item'}, or lead out of the loop.`));
  }),
};
