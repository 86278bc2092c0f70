import { type CheckRule, finding } from '../CheckRule.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, hasAny } from '../stateParts.ts';

export const activityWithoutTimeout: CheckRule = {
  id: 'activity-without-timeout',
  severity: 'warning',
  title: 'An activity without an end',
  why: 'An activity waits for a worker to fetch it and to answer. When no worker runs, AWS waits up to a year. TimeoutSeconds and HeartbeatSeconds end that with States.Timeout.',
  example: {
    bad: { Paint: { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:paint', End: true } },
    good: { Paint: { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:paint', TimeoutSeconds: 3600, HeartbeatSeconds: 60, End: true } },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (resource?.kind !== 'activity' || hasAny(state, 'TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath')) return [];
    return [finding(at(state, resource.node, 'Resource'), `${JSON.stringify(state.name)} waits up to a year for a worker. Add TimeoutSeconds or HeartbeatSeconds.`)];
  },
};
