import { proveRule } from '../testing/proveRule.ts';
import { toleratedFailureContradiction } from './toleratedFailureContradiction.ts';

proveRule(toleratedFailureContradiction);
