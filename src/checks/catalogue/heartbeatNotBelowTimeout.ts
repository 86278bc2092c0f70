import { type CheckRule, finding } from '../CheckRule.ts';
import { at, numberIn } from '../stateParts.ts';

export const heartbeatNotBelowTimeout: CheckRule = {
  id: 'heartbeat-not-below-timeout',
  severity: 'error',
  title: 'HeartbeatSeconds is not below TimeoutSeconds',
  why: 'A missed heartbeat is meant to be noticed before the task times out. AWS wants HeartbeatSeconds smaller than TimeoutSeconds and refuses the definition else.',
  example: {
    bad: { Paint: { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:paint', TimeoutSeconds: 60, HeartbeatSeconds: 60, End: true } },
    good: { Paint: { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:paint', TimeoutSeconds: 600, HeartbeatSeconds: 60, End: true } },
  },
  of: 'state',
  find: (state) => {
    const heartbeat = numberIn(state.node, 'HeartbeatSeconds');
    const timeout = numberIn(state.node, 'TimeoutSeconds');
    if (!heartbeat || !timeout || heartbeat.value < timeout.value) return [];
    return [finding(at(state, heartbeat.node, 'HeartbeatSeconds'), `HeartbeatSeconds is ${heartbeat.value}, TimeoutSeconds ${timeout.value}: it must be below. Lower it, or raise TimeoutSeconds.`)];
  },
};
