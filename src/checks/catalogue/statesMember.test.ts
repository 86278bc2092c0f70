import { proveRule } from '../testing/proveRule.ts';
import { done, task } from '../examples.ts';
import { statesMember } from './statesMember.ts';

proveRule(statesMember, {
  silent: { 'the output of a caught error': { StartAt: 'A', QueryLanguage: 'JSONata', States: { A: task('lambda:invoke', { Output: '{% $states.result.Payload %}', Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Cause %}', Next: 'B' }] }), B: done } } },
});
