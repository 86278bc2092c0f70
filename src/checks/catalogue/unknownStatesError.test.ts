import { proveRule } from '../testing/proveRule.ts';
import { task } from '../examples.ts';
import { unknownStatesError } from './unknownStatesError.ts';

proveRule(unknownStatesError, {
  silent: { 'an error of your own': { A: task('lambda:invoke', { Retry: [{ ErrorEquals: ['Statement.Missing', 'States.Http.StatusCode.418'] }] }) } },
  fires: { 'a name in the wrong case': { A: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.Taskfailed'] }] }) } },
});
