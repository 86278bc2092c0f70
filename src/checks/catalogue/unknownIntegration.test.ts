import { proveRule } from '../testing/proveRule.ts';
import { unknownIntegration } from './unknownIntegration.ts';

const call = (Resource: string) => ({ A: { Type: 'Task', Resource, End: true } });

proveRule(unknownIntegration, {
  silent: { 'what a deployment tool fills in': call('${Function}'), 'an activity': call('arn:aws:states:us-east-1:123456789012:activity:sign') },
  fires: { 'a service that is misspelt': call('arn:aws:lamda:us-east-1:123456789012:function:charge') },
});
