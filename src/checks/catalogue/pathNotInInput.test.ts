import { proveRule } from '../testing/proveRule.ts';
import { done, task } from '../examples.ts';
import { pathNotInInput } from './pathNotInInput.ts';

proveRule(pathNotInInput, {
  silent: {
    'what stands deeper in what a ResultSelector takes': { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ResultSelector: { 'id.$': '$.Payload' }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'p.$': '$.id.deep' }, End: true } },
    'a result that is put beside the input': { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ResultSelector: { 'id.$': '$.Payload' }, ResultPath: '$.r', Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'p.$': '$.order' }, End: true } },
    'what another way may bring': { Pick: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Use' }], Default: 'Set' }, Set: { Type: 'Pass', Result: {}, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'a.$': '$.a' }, End: true } },
    'a path that may miss': { Set: { Type: 'Pass', Result: {}, Next: 'Use' }, Use: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Out' }], Default: 'Out' }, Out: done },
  },
  fires: {
    'what a ResultSelector leaves out': { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ResultSelector: { 'id.$': '$.Payload.id' }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'p.$': '$.Payload' }, End: true } },
    'what a catcher replaced': { Call: task('lambda:invoke', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }] }), Tell: { Type: 'Pass', Parameters: { 'id.$': '$.order.id' }, End: true } } },
});
