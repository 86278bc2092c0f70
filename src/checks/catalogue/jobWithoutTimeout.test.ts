import { proveRule } from '../testing/proveRule.ts';
import { jobWithoutTimeout } from './jobWithoutTimeout.ts';

proveRule(jobWithoutTimeout);
