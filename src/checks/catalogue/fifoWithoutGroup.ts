import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenMember, givenTo, plainText } from '../stateParts.ts';

export const fifoWithoutGroup: CheckRule = {
  id: 'fifo-without-group',
  severity: 'warning',
  title: 'A FIFO queue without MessageGroupId',
  why: 'SQS and SNS refuse a message to a FIFO queue or topic that has no MessageGroupId, so the task fails each time.',
  example: {
    bad: { Send: task('sqs:sendMessage', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders.fifo', MessageBody: 'x' } }) },
    good: { Send: task('sqs:sendMessage', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders.fifo', MessageBody: 'x', MessageGroupId: 'orders' } }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    const given = givenTo(state);
    if (!given || !resource || !['sqs', 'sns'].includes(resource.service) || !['sendMessage', 'publish'].includes(resource.action)) return [];
    const target = memberOf(given.node, 'QueueUrl') ?? memberOf(given.node, 'TopicArn');
    if (!target || !plainText(target.value) || !target.value.value.endsWith('.fifo') || givenMember(given.node, 'MessageGroupId')) return [];
    return [finding(at(state, target.value, given.field, target.key.value), `A FIFO ${resource.service === 'sqs' ? 'queue' : 'topic'} takes only messages with a MessageGroupId. Add one to ${given.field}.`)];
  },
};
