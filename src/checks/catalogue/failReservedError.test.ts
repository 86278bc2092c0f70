import { proveRule } from '../testing/proveRule.ts';
import { failReservedError } from './failReservedError.ts';

proveRule(failReservedError);
