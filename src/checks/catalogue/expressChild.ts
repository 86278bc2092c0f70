import { memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { atKey, atName } from '../problem.ts';
import { resourceOf } from '../resourceOf.ts';
import { isDistributed } from '../variables/variableUse.ts';

/** Null: it may run in an Express execution. */
function whyNot(state: StateEntry): string | null {
  if (isDistributed(state)) return 'a distributed Map';
  const resource = resourceOf(state);
  if (resource?.kind === 'activity') return 'an activity';
  return resource && resource.pattern !== 'request-response' ? `.${resource.pattern}` : null;
}

/** The nearest child execution around it is an Express one. */
function inExpress(state: StateEntry): boolean {
  for (let outer = state.scope.parent; outer; outer = outer.scope.parent) {
    if (isDistributed(outer)) return stringOf(valueOf(valueOf(outer.node, 'ItemProcessor'), 'ProcessorConfig'), 'ExecutionType') === 'EXPRESS';
  }
  return false;
}

export const expressChild: CheckRule = {
  id: 'express-child',
  severity: 'error',
  title: 'Not possible in an Express execution',
  why: 'The items of this Map run as Express executions, which end within five minutes: AWS lets them wait neither for jobs (.sync) nor for tokens nor for activities, and refuses the definition. STANDARD child executions can do all of that.',
  example: {
    bad: { Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, StartAt: 'A', States: { A: task('glue:startJobRun.sync', { Parameters: { JobName: 'load' } }) } }, End: true } },
    good: { Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, StartAt: 'A', States: { A: task('glue:startJobRun', { Parameters: { JobName: 'load' } }) } }, End: true } },
  },
  of: 'machine',
  find: ({ index }) => index.all.flatMap((state) => {
    const why = state.scope.parent ? whyNot(state) : null;
    if (why === null || !inExpress(state)) return [];
    return [finding(memberOf(state.node, 'Resource') ? atKey(state, 'Resource') : atName(state), `${JSON.stringify(state.name)} runs in Express executions, which cannot use ${why}. Set "ExecutionType": "STANDARD" on the Map around it.`)];
  }),
};
