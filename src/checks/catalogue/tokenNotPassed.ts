import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { hasUnknownMembers, isUnknown } from '../problem.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenTo, membersWithin, textsWithin } from '../stateParts.ts';

const GIVEN: ReadonlySet<string> = new Set(['Parameters', 'Arguments']);

export const tokenNotPassed: CheckRule = {
  id: 'token-not-passed',
  severity: 'warning',
  title: 'The task token is not passed on',
  why: 'Whoever is called must get the token to answer with. AWS takes a task that never passes it, which can then only time out.',
  example: {
    bad: { Ask: task('sqs:sendMessage.waitForTaskToken', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/ask', MessageBody: 'Please answer' }, TimeoutSeconds: 60 }) },
    good: { Ask: task('sqs:sendMessage.waitForTaskToken', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/ask', MessageBody: { 'Token.$': '$$.Task.Token' } }, TimeoutSeconds: 60 }) },
  },
  of: 'state',
  find: (state) => {
    const given = givenTo(state);
    const resource = resourceOf(state);
    if (resource?.pattern !== 'waitForTaskToken' || resource.service === 'http' || given === null) return [];
    const texts = textsWithin(state, GIVEN);
    const nested = membersWithin(state, GIVEN).some(({ value }) => isUnknown(value) || hasUnknownMembers(value));
    if (nested || texts.some(({ node }) => /Task|\$\$|states\.context|\$\{/.test(node.value))) return [];
    const token = state.language === 'JSONata' ? '{% $states.context.Task.Token %}' : '"Token.$": "$$.Task.Token"';
    return [finding({ ...at(state, given.node, given.field), length: 1 }, `${JSON.stringify(state.name)} waits for a token that it gives to nobody. Pass it on, such as ${token}.`)];
  },
};
