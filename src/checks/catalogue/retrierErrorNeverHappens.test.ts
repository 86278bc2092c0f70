import { proveRule } from '../testing/proveRule.ts';
import { done, task } from '../examples.ts';
import { retrierErrorNeverHappens } from './retrierErrorNeverHappens.ts';

proveRule(retrierErrorNeverHappens, {
  silent: {
    'the same error where a deployment tool names the resource': { A: { Type: 'Task', Resource: '${Fn}', Retry: [{ ErrorEquals: ['States.Http.Socket'] }], End: true } },
    'a heartbeat that is listened for': { A: task('sqs:sendMessage.waitForTaskToken', { HeartbeatSecondsPath: '$.h', Retry: [{ ErrorEquals: ['States.HeartbeatTimeout'] }] }) },
  },
  fires: { 'a heartbeat that nobody listens for': { A: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'B' }] }), B: done } },
});
