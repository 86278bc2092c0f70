import { proveRule } from '../testing/proveRule.ts';
import { task } from '../examples.ts';
import { backoffBelowOne } from './backoffBelowOne.ts';

proveRule(backoffBelowOne, {
  silent: { 'one that is filled in': { A: task('lambda:invoke', { Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: '${Rate}' }] }) } },
});
