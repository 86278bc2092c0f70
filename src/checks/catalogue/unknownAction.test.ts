import { proveRule } from '../testing/proveRule.ts';
import { sdk, task } from '../examples.ts';
import { unknownAction } from './unknownAction.ts';

proveRule(unknownAction, {
  silent: { 'an action that is filled in': { A: task('sqs:${Action}') }, 'an action of the SDK integration': { A: sdk('sqs:purgeQueue') } },
  fires: { 'one in the wrong case': { A: task('lambda:Invoke') }, 'one that only the SDK has': { A: task('dynamodb:query') } },
});
