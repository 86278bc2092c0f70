import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { at, handlersOf, numberIn } from '../stateParts.ts';

export const retrierWithoutAttempts: CheckRule = {
  id: 'retrier-without-attempts',
  severity: 'info',
  title: 'A last retrier that never retries',
  why: 'MaxAttempts 0 means: do not retry this error. Before other retriers that excludes it from them; as the last one it does nothing at all.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['Card.Declined'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }] }) },
  },
  of: 'state',
  find: (state) => handlersOf(state, 'Retry').flatMap(({ node, index, last }) => {
    const attempts = numberIn(node, 'MaxAttempts');
    return last && attempts?.value === 0 ? [finding({ ...at(state, attempts.node, 'Retry', index) }, `The last retrier of ${JSON.stringify(state.name)} never retries. Remove it, or give it attempts.`)] : [];
  }),
  fix: { label: 'Remove the retrier', safe: true, ops: removeIt },
};
