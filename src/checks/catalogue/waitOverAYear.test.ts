import { proveRule } from '../testing/proveRule.ts';
import { waitOverAYear } from './waitOverAYear.ts';

proveRule(waitOverAYear);
