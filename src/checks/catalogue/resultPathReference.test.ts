import { proveRule } from '../testing/proveRule.ts';
import { resultPathReference } from './resultPathReference.ts';

proveRule(resultPathReference);
