import { OPTIMIZED } from '../../catalog/optimized.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean } from '../didYouMean.ts';
import { sdk, task } from '../examples.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

export const unknownIntegration: CheckRule = {
  id: 'unknown-integration',
  severity: 'warning',
  title: 'An integration that is not known',
  why: 'arn:aws:states:::NAME:ACTION is for the optimized integrations, and none of that name is known here. Every other service is reached with arn:aws:states:::aws-sdk:NAME:ACTION.',
  example: {
    bad: { List: task('s3:listBuckets') },
    good: { List: sdk('s3:listBuckets') },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (resource?.kind === 'other' && resource.node.value.startsWith('arn:')) {
      return [finding(at(state, resource.node, 'Resource'), `${JSON.stringify(resource.node.value)} is nothing that a Task can call: no integration, no Lambda function, no activity. Correct the ARN.`)];
    }
    if (resource?.kind !== 'optimized' || Object.hasOwn(OPTIMIZED, resource.service)) return [];
    return [finding(at(state, resource.node, 'Resource'), `There is no optimized integration ${JSON.stringify(resource.service)}.${didYouMean(resource.service, Object.keys(OPTIMIZED)) || ` Did you mean arn:aws:states:::aws-sdk:${resource.service}:${resource.action}?`}`)];
  },
};
