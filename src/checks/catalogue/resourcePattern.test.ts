import { proveRule } from '../testing/proveRule.ts';
import { resourcePattern } from './resourcePattern.ts';

proveRule(resourcePattern);
