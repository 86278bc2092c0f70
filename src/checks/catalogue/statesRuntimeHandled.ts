import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { at, bothHandlers } from '../stateParts.ts';

export const statesRuntimeHandled: CheckRule = {
  id: 'states-runtime-handled',
  severity: 'warning',
  title: 'States.Runtime is never retried or caught',
  why: 'States.Runtime means that the definition and the data do not fit, such as a path that leads nowhere. AWS ends the execution at once: no retrier and no catcher hears of it, States.ALL included. A handler that names it gives false comfort. Check the data before, with a Choice and IsPresent.',
  example: {
    bad: { Call: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'Stop' }] }), Stop: { Type: 'Fail' } },
    good: { Call: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Stop' }] }), Stop: { Type: 'Fail' } },
  },
  of: 'state',
  find: (state) => bothHandlers(state).flatMap(({ errors, field }) => errors.flatMap(({ node, way }) =>
    node.value === 'States.Runtime' ? [finding(at(state, node, ...way), `AWS never ${field === 'Retry' ? 'retries' : 'catches'} States.Runtime. Remove it, and check the data before ${JSON.stringify(state.name)}.`)] : [])),
};
