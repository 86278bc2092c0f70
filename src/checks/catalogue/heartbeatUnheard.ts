import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { atKey } from '../problem.ts';
import { resourceOf } from '../resourceOf.ts';

export const heartbeatUnheard: CheckRule = {
  id: 'heartbeat-unheard',
  severity: 'info',
  title: 'HeartbeatSeconds where nobody sends heartbeats',
  why: 'Only activities and tasks that wait for a token can send heartbeats (SendTaskHeartbeat). For any other task the field does nothing useful; TimeoutSeconds is what limits it.',
  example: {
    bad: { Call: task('lambda:invoke', { HeartbeatSeconds: 30 }) },
    good: { Call: task('lambda:invoke', { TimeoutSeconds: 30 }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (resource === null || resource.kind === 'activity' || resource.kind === 'other' || resource.pattern !== 'request-response') return [];
    return ['HeartbeatSeconds', 'HeartbeatSecondsPath'].flatMap((field) =>
      memberOf(state.node, field) ? [finding(atKey(state, field), `${JSON.stringify(state.name)} gets no token, so nobody can send a heartbeat for it. Remove ${field}, or use TimeoutSeconds.`)] : []);
  },
  fix: { label: 'Remove it', safe: true, ops: removeIt },
};
