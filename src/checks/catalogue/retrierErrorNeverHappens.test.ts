import { proveRule } from '../testing/proveRule.ts';
import { done, task } from '../examples.ts';
import { retrierErrorNeverHappens } from './retrierErrorNeverHappens.ts';

proveRule(retrierErrorNeverHappens, {
  silent: {
    'any error that the holder of a token may report': { A: task('sqs:sendMessage.waitForTaskToken', { Catch: [{ ErrorEquals: ['Lambda.Unknown'], Next: 'B' }] }), B: done },
    'the same error where a deployment tool names the resource': { A: { Type: 'Task', Resource: '${Fn}', Retry: [{ ErrorEquals: ['States.Http.Socket'] }], End: true } },
    'a heartbeat that is listened for': { A: task('sqs:sendMessage.waitForTaskToken', { HeartbeatSecondsPath: '$.h', Retry: [{ ErrorEquals: ['States.HeartbeatTimeout'] }] }) },
  },
  fires: { 'an error of Lambda where DynamoDB is called': { A: task('dynamodb:getItem', { Parameters: { TableName: 't', Key: {} }, Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'] }] }) }, 'a heartbeat that nobody listens for': { A: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'B' }] }), B: done } },
});
