import { optimizedAction } from '../../catalog/optimized.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

export const resourcePattern: CheckRule = {
  id: 'resource-pattern',
  severity: 'error',
  title: 'A pattern that this action does not have',
  why: 'Few actions can be waited for: .sync exists for jobs of some optimized integrations, never for AWS SDK calls; .waitForTaskToken for those that can pass a token on. AWS refuses other combinations.',
  example: {
    bad: { Get: task('dynamodb:getItem.sync', { Parameters: { TableName: 't', Key: { id: { S: '1' } } } }) },
    good: { Get: task('dynamodb:getItem', { Parameters: { TableName: 't', Key: { id: { S: '1' } } } }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (!resource || resource.pattern === 'request-response' || resource.service === 'http') return [];
    const known: readonly string[] | null = resource.kind === 'sdk' ? ['waitForTaskToken'] : resource.kind === 'optimized' ? (optimizedAction(resource.service, resource.action)?.patterns ?? null) : null;
    if (known === null || known.includes(resource.pattern)) return [];
    const can = known.length === 0 ? 'it only answers at once' : `it knows .${known.join(', .')}`;
    return [finding(at(state, resource.node, 'Resource'), `${resource.service}:${resource.action} has no .${resource.pattern}: ${can}. Change the end of Resource.`)];
  },
  fix: { label: 'Remove the pattern', safe: false, ops: setWhere((text) => text.replace(/\.(sync(:2)?|waitForTaskToken)$/, '')) },
};
