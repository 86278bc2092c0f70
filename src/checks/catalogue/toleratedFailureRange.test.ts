import { proveRule } from '../testing/proveRule.ts';
import { toleratedFailureRange } from './toleratedFailureRange.ts';

proveRule(toleratedFailureRange);
