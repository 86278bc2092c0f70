import { proveRule } from '../testing/proveRule.ts';
import { task } from '../examples.ts';
import { tokenNotPassed } from './tokenNotPassed.ts';

proveRule(tokenNotPassed, {
  silent: {
    'arguments that one expression gives': { States: { A: task('sqs:sendMessage.waitForTaskToken', { Arguments: '{% $all %}' }) }, StartAt: 'A', QueryLanguage: 'JSONata' },
    'a token in a call': { A: task('sqs:sendMessage.waitForTaskToken', { Parameters: { QueueUrl: 'q', 'MessageBody.$': "States.Format('{}', $$.Task.Token)" } }) },
  },
});
