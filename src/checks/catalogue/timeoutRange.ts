import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { at, numberIn } from '../stateParts.ts';

const MOST = 99_999_999;

export const timeoutRange: CheckRule = {
  id: 'timeout-range',
  severity: 'error',
  title: 'A timeout that AWS refuses',
  why: 'TimeoutSeconds and HeartbeatSeconds are whole numbers from 1 to 99,999,999.',
  example: { bad: { Call: task('lambda:invoke', { TimeoutSeconds: 0 }) }, good: { Call: task('lambda:invoke', { TimeoutSeconds: 30 }) } },
  of: 'state',
  find: (state) => ['TimeoutSeconds', 'HeartbeatSeconds'].flatMap((field) => {
    const number = numberIn(state.node, field);
    if (!number || (Number.isInteger(number.value) && number.value >= 1 && number.value <= MOST)) return [];
    return [finding(at(state, number.node, field), `${field} must be a whole number of seconds, from 1 to 99,999,999. Change it.`)];
  }),
};
