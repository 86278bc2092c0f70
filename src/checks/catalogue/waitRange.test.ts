import { proveRule } from '../testing/proveRule.ts';
import { waitRange } from './waitRange.ts';

proveRule(waitRange);
