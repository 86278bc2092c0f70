import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { flowOf, isLast } from '../flow.ts';

export const noEndState: CheckRule = {
  id: 'no-end-state',
  severity: 'error',
  title: 'The workflow has no end',
  why: 'At least one state must end the workflow: with "End": true, or as Succeed or Fail. AWS refuses a definition without one (MISSING_END_STATE).',
  example: {
    bad: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Wait', Seconds: 5, Next: 'A' } },
    good: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Wait', Seconds: 5, End: true } },
  },
  of: 'machine',
  find: (facts) => {
    const [scope] = facts.index.scopes;
    const flow = scope ? flowOf(scope) : null;
    // One that leads nowhere has an error of its own.
    if (!scope || !flow || scope.children.some((state) => isLast(state) || !flow.out.has(state))) return [];
    const key = memberOf(scope.node, 'States')?.key;
    return key ? [finding({ offset: key.offset, length: key.length, pointer: scope.statesPointer }, 'No state ends the workflow, so no execution would ever finish. Give one "End": true, or lead to a Succeed or Fail state.')] : [];
  },
};
