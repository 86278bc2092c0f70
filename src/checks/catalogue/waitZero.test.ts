import { proveRule } from '../testing/proveRule.ts';
import { waitZero } from './waitZero.ts';

proveRule(waitZero);
