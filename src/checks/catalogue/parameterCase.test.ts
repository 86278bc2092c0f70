import { proveRule } from '../testing/proveRule.ts';
import { task } from '../examples.ts';
import { parameterCase } from './parameterCase.ts';

proveRule(parameterCase, {
  silent: { 'the payload of a function': { A: task('lambda:invoke', { Parameters: { FunctionName: 'f', Payload: { small: 1 } } }) }, 'the input of a function called by its ARN': { A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', Parameters: { small: 1 }, End: true } } },
});
