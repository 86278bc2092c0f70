import { optimizedAction } from '../../catalog/optimized.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { nearest } from '../didYouMean.ts';
import { task } from '../examples.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenTo } from '../stateParts.ts';

export const missingParameter: CheckRule = {
  id: 'missing-parameter',
  severity: 'warning',
  title: 'A parameter is missing',
  why: 'Without it the call cannot work: AWS refuses the definition or the service refuses the call.',
  example: {
    bad: { Send: task('sqs:sendMessage', { Parameters: { MessageBody: 'x' } }) },
    good: { Send: task('sqs:sendMessage', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'x' } }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    const given = givenTo(state);
    const required = resource?.kind === 'optimized' ? optimizedAction(resource.service, resource.action)?.required : undefined;
    if (!given || !required) return [];
    // A name in another spelling is said by a rule of its own.
    const there = given.node.members.map(({ key }) => key.value.replace(/\.\$$/, '').toLowerCase());
    return required.filter((name) => !there.some((other) => other === name.toLowerCase() || nearest(other, [name]) !== null)).map((name) =>
      finding({ ...at(state, given.node, given.field), length: 1 }, `${JSON.stringify(state.name)} calls ${resource?.action} without ${name}. Add it.`));
  },
};
