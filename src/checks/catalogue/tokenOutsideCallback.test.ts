import { proveRule } from '../testing/proveRule.ts';
import { tokenOutsideCallback } from './tokenOutsideCallback.ts';

proveRule(tokenOutsideCallback, {
  silent: { 'the words in a literal': { A: { Type: 'Pass', Result: { text: '$$.Task.Token' }, End: true } } },
});
