import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { at, handlersOf, numberIn } from '../stateParts.ts';

export const maxDelayBelowInterval: CheckRule = {
  id: 'max-delay-below-interval',
  severity: 'warning',
  title: 'MaxDelaySeconds is not above IntervalSeconds',
  why: 'MaxDelaySeconds caps the growing wait between attempts. When it is not above IntervalSeconds, the wait never grows and BackoffRate has no effect.',
  example: {
    bad: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 30, MaxDelaySeconds: 10 }] }) },
    good: { Call: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 30, MaxDelaySeconds: 300 }] }) },
  },
  of: 'state',
  find: (state) => handlersOf(state, 'Retry').flatMap(({ node, index }) => {
    const most = numberIn(node, 'MaxDelaySeconds');
    const interval = numberIn(node, 'IntervalSeconds');
    if (!most || !interval || most.value > interval.value) return [];
    return [finding(at(state, most.node, 'Retry', index, 'MaxDelaySeconds'), `The wait begins with ${interval.value} s and may not exceed ${most.value} s, so it never grows. Raise MaxDelaySeconds, or remove it.`)];
  }),
  fix: { label: 'Remove MaxDelaySeconds', safe: false, ops: removeIt },
};
