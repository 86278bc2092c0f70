import { OPTIMIZED } from '../../catalog/optimized.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean, nearest } from '../didYouMean.ts';
import { task } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

const renamed = (text: string): string | null => {
  const [, before, service = '', action = '', after] = /^(arn:[\w-]+:states:::)([\w-]+):([\w-]+?)((?:\.[\w:]+)?)$/.exec(text) ?? [];
  const near = nearest(action, Object.keys(OPTIMIZED[service]?.actions ?? {}));
  return near === null ? null : `${before}${service}:${near}${after}`;
};

export const unknownAction: CheckRule = {
  id: 'unknown-action',
  severity: 'error',
  title: 'An action that the integration does not have',
  why: 'The optimized integrations have a few actions each, in camelCase; AWS refuses a Resource with any other. The rest of a service is reached with arn:aws:states:::aws-sdk:SERVICE:ACTION.',
  example: {
    bad: { Send: task('sqs:sendMesage', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'x' } }) },
    good: { Send: task('sqs:sendMessage', { Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'x' } }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    const known = resource?.kind === 'optimized' && Object.hasOwn(OPTIMIZED, resource.service) ? OPTIMIZED[resource.service]?.actions : undefined;
    if (!resource || !known || Object.hasOwn(known, resource.action)) return [];
    const guess = didYouMean(resource.action, Object.keys(known));
    const next = guess === '' ? ` Use ${Object.keys(known).join(', ')}, or the AWS SDK integration: arn:aws:states:::aws-sdk:${resource.service}:${resource.action}.` : guess;
    return [finding(at(state, resource.node, 'Resource'), `The integration ${resource.service} has no action ${JSON.stringify(resource.action)}.${next}`, { fixable: guess !== '' })];
  },
  fix: { label: 'Write the action that exists', safe: true, ops: setWhere((text) => renamed(text)) },
};
