import { proveRule } from '../testing/proveRule.ts';
import { toleratesAllFailures } from './toleratesAllFailures.ts';

proveRule(toleratesAllFailures);
