import { proveRule } from '../testing/proveRule.ts';
import { pathWithoutSuffix } from './pathWithoutSuffix.ts';

proveRule(pathWithoutSuffix, {
  silent: { 'money': { A: { Type: 'Pass', Parameters: { price: '$12.50', dollar: '$' }, End: true } } },
});
