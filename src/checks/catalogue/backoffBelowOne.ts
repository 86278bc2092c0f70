import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { at, handlersOf, numberIn } from '../stateParts.ts';

export const backoffBelowOne: CheckRule = {
  id: 'backoff-below-one',
  severity: 'error',
  title: 'BackoffRate below 1',
  why: 'BackoffRate multiplies the wait before each further attempt. AWS takes 1 (always the same wait) and more, and refuses a definition with less.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 0.5 }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 1.5 }] }) },
  },
  of: 'state',
  find: (state) => handlersOf(state, 'Retry').flatMap(({ node, index }) => {
    const rate = numberIn(node, 'BackoffRate');
    return rate && rate.value < 1 ? [finding(at(state, rate.node, 'Retry', index, 'BackoffRate'), `BackoffRate is ${rate.value}, and AWS takes 1 at least. Write 1 for the same wait each time, or more to wait longer each time.`)] : [];
  }),
  fix: { label: 'Set it to 1', safe: false, ops: setWhere(() => 1) },
};
