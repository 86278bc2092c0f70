import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, hasAny } from '../stateParts.ts';

export const jobWithoutTimeout: CheckRule = {
  id: 'job-without-timeout',
  severity: 'info',
  title: 'Waits for a job without an end',
  why: 'With .sync the task ends when the job ends. A job that hangs lets the execution hang with it, up to a year. TimeoutSeconds ends the task, and AWS tries to stop the job.',
  example: {
    bad: { Load: task('glue:startJobRun.sync', { Parameters: { JobName: 'load' } }) },
    good: { Load: task('glue:startJobRun.sync', { Parameters: { JobName: 'load' }, TimeoutSeconds: 7200 }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (!resource?.pattern.startsWith('sync') || hasAny(state, 'TimeoutSeconds', 'TimeoutSecondsPath')) return [];
    return [finding(at(state, resource.node, 'Resource'), `${JSON.stringify(state.name)} waits as long as the job takes, up to a year. Add TimeoutSeconds with the longest time it should need.`)];
  },
};
