import { proveRule } from '../testing/proveRule.ts';
import { maxDelayBelowInterval } from './maxDelayBelowInterval.ts';

proveRule(maxDelayBelowInterval);
