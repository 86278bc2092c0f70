import { proveRule } from '../testing/proveRule.ts';
import { inlineConcurrency } from './inlineConcurrency.ts';

proveRule(inlineConcurrency);
