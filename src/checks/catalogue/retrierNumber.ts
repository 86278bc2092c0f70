import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { at, handlersOf, numberIn } from '../stateParts.ts';

const LIMITS: { readonly [field: string]: readonly [number, number] } = { IntervalSeconds: [0, 99_999_999], MaxAttempts: [0, 99_999_999], MaxDelaySeconds: [1, 31_622_400] };

export const retrierNumber: CheckRule = {
  id: 'retrier-number',
  severity: 'error',
  title: 'A number of a retrier that AWS refuses',
  why: 'IntervalSeconds, MaxAttempts and MaxDelaySeconds are whole numbers of a fixed range; AWS refuses the definition with any other. BackoffRate alone may have a fraction.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 0.5, MaxAttempts: -1 }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2 }] }) },
  },
  of: 'state',
  find: (state) => handlersOf(state, 'Retry').flatMap(({ node, index }) => Object.entries(LIMITS).flatMap(([field, [least, most]]) => {
    const number = numberIn(node, field);
    if (!number || (Number.isInteger(number.value) && number.value >= least && number.value <= most)) return [];
    return [finding(at(state, number.node, 'Retry', index, field), `${field} must be a whole number from ${least} to ${most}. Change it.`)];
  })),
};
