import { parentPointer, ROOT } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { addMember } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, hasAny } from '../stateParts.ts';

export const lambdaWithoutRetry: CheckRule = {
  id: 'lambda-without-retry',
  severity: 'info',
  title: 'A function call without a retry',
  why: 'Lambda fails now and then for reasons of its own (Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException, Lambda.TooManyRequestsException). AWS advises to retry those; without Retry or Catch one such moment fails the execution.',
  example: {
    bad: { Call: task('lambda:invoke', { Parameters: { FunctionName: 'charge' } }) },
    good: { Call: task('lambda:invoke', { Parameters: { FunctionName: 'charge' }, Retry: [{ ErrorEquals: ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException'] }] }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    const calls = resource?.kind === 'lambda' || (resource?.kind === 'optimized' && resource.service === 'lambda');
    if (!resource || !calls || hasAny(state, 'Retry', 'Catch')) return [];
    return [finding(at(state, resource.node, 'Resource'), `${JSON.stringify(state.name)} does not retry when Lambda itself fails for a moment. Add a Retry for the Lambda.* errors.`)];
  },
  fix: {
    label: 'Add a Retry for them', safe: false,
    ops: (tree, problem) => addMember('Retry', [{ ErrorEquals: ['Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }])(tree, { ...problem, pointer: parentPointer(problem.pointer) ?? ROOT }),
  },
};
