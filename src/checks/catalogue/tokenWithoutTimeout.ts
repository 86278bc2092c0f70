import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, hasAny } from '../stateParts.ts';

export const tokenWithoutTimeout: CheckRule = {
  id: 'token-without-timeout',
  severity: 'warning',
  title: 'Waits for a token without an end',
  why: 'A task that waits for a task token goes on only when somebody answers. When the answer is lost, AWS waits up to a year and the execution hangs, unseen. TimeoutSeconds or HeartbeatSeconds end the wait with States.Timeout, which Retry and Catch can handle.',
  example: {
    bad: { Ask: task('sqs:sendMessage.waitForTaskToken', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/ask', 'MessageBody.$': '$$.Task.Token' } }) },
    good: { Ask: task('sqs:sendMessage.waitForTaskToken', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/ask', 'MessageBody.$': '$$.Task.Token' }, TimeoutSeconds: 3600 }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (resource?.pattern !== 'waitForTaskToken' || resource.service === 'http' || hasAny(state, 'TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath')) return [];
    return [finding(at(state, resource.node, 'Resource'), `${JSON.stringify(state.name)} waits up to a year for its token. Add TimeoutSeconds, or HeartbeatSeconds if the worker sends heartbeats.`)];
  },
};
