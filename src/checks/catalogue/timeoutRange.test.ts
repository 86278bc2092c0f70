import { proveRule } from '../testing/proveRule.ts';
import { timeoutRange } from './timeoutRange.ts';

proveRule(timeoutRange);
