import { proveRule } from '../testing/proveRule.ts';
import { done, task } from '../examples.ts';
import { shadowedHandler } from './shadowedHandler.ts';

proveRule(shadowedHandler, {
  silent: { 'the same error in Retry and in Catch': { A: task('lambda:invoke', { Retry: [{ ErrorEquals: ['Busy'] }], Catch: [{ ErrorEquals: ['Busy'], Next: 'B' }] }), B: done } },
});
