import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { addMember } from '../fixes.ts';
import { flowOf } from '../flow.ts';
import { at, handlersOf } from '../stateParts.ts';

export const catchDropsInput: CheckRule = {
  id: 'catch-drops-input',
  severity: 'info',
  title: 'A catcher that replaces the whole input',
  why: 'Without ResultPath the state behind gets only Error and Cause: what the execution knew is gone, so it can neither be repaired nor reported. "ResultPath": "$.error" keeps the input and adds the error.',
  example: {
    bad: { Call: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Undo' }] }), Undo: task('lambda:invoke', { Parameters: { FunctionName: 'undo', 'Payload.$': '$' } }) },
    good: { Call: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Undo' }] }), Undo: task('lambda:invoke', { Parameters: { FunctionName: 'undo', 'Payload.$': '$' } }) },
  },
  of: 'machine',
  find: ({ index: { scopes } }) => scopes.flatMap((scope) => [...(flowOf(scope)?.out.values() ?? [])].flat().flatMap(({ from, to, kind, index }) => {
    // A state that only ends, or that tells of the error alone, needs no more.
    if (kind !== 'catch' || from.language !== 'JSONPath' || to.type !== 'Task') return [];
    const catcher = handlersOf(from, 'Catch').find((handler) => handler.index === index);
    if (!catcher || memberOf(catcher.node, 'ResultPath') || catcher.errors.length === 0) return [];
    return [finding({ ...at(from, catcher.node, 'Catch', index), length: 1 }, `${JSON.stringify(to.name)} gets only Error and Cause from ${JSON.stringify(from.name)}. Add "ResultPath": "$.error" to keep the input.`)];
  })),
  fix: { label: 'Keep the input', safe: false, ops: addMember('ResultPath', '$.error') },
};
