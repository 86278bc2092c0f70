import { proveRule } from '../testing/proveRule.ts';
import { done, task } from '../examples.ts';
import { pathNotInInput } from './pathNotInInput.ts';

proveRule(pathNotInInput, {
  silent: {
    'what another way may bring': { Pick: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Use' }], Default: 'Set' }, Set: { Type: 'Pass', Result: {}, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'a.$': '$.a' }, End: true } },
    'a path that may miss': { Set: { Type: 'Pass', Result: {}, Next: 'Use' }, Use: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Out' }], Default: 'Out' }, Out: done },
  },
  fires: { 'what a catcher replaced': { Call: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }] }), Tell: { Type: 'Pass', Parameters: { 'id.$': '$.order.id' }, End: true } } },
});
