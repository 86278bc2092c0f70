import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding, type Finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { at, type Handler, handlersOf } from '../stateParts.ts';

function repeated(state: StateEntry, handlers: readonly Handler[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return handlers.flatMap(({ errors, index, field }) => {
    const own = errors.flatMap(({ node, way }) => {
      const first = seen.get(node.value);
      if (first === undefined) return [];
      const what = field === 'Retry' ? 'retrier' : 'catcher';
      return [finding(at(state, node, ...way), `${node.value} is taken by ${what} ${first + 1} of ${JSON.stringify(state.name)} already, so it never gets here. Remove it from one of the two.`, { fixable: errors.length > 1 })];
    });
    for (const { node } of errors) if (!seen.has(node.value)) seen.set(node.value, index);
    return own;
  });
}

export const shadowedHandler: CheckRule = {
  id: 'shadowed-handler',
  severity: 'warning',
  title: 'An error that an earlier entry takes',
  why: 'Retriers and catchers are tried in order, and the first that names the error is used. When two name the same error, the second never hears of it: for a retrier, not even after the attempts of the first are used up.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }, { ErrorEquals: ['Busy', 'States.Timeout'] }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }, { ErrorEquals: ['States.Timeout'] }] }) },
  },
  of: 'state',
  find: (state) => [...repeated(state, handlersOf(state, 'Retry')), ...repeated(state, handlersOf(state, 'Catch'))],
  fix: { label: 'Remove it here', safe: true, ops: removeIt },
};
