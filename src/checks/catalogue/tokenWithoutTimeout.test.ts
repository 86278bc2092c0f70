import { proveRule } from '../testing/proveRule.ts';
import { tokenWithoutTimeout } from './tokenWithoutTimeout.ts';

proveRule(tokenWithoutTimeout);
