import { memberOf, stringOf } from '../../asl/pointer.ts';
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
  find: (facts) => facts.index.scopes.flatMap((scope) => (flowOf(scope)?.scope.children ?? []).flatMap((state) => (state.language !== 'JSONPath' ? [] : handlersOf(state, 'Catch').flatMap(({ node, index, errors }) => {
    if (memberOf(node, 'ResultPath') || errors.length === 0) return [];
    const target = scope.children.find(({ name }) => name === stringOf(node, 'Next'));
    // A state that only ends, or that tells of the error alone, needs no more.
    if (target?.type !== 'Task') return [];
    return [finding({ ...at(state, node, 'Catch', index), length: 1 }, `${JSON.stringify(target.name)} gets only Error and Cause from ${JSON.stringify(state.name)}. Add "ResultPath": "$.error" to keep the input.`)];
  })))),
  fix: { label: 'Keep the input', safe: false, ops: addMember('ResultPath', '$.error') },
};
