import { proveRule } from '../testing/proveRule.ts';
import { distributedWithoutType } from './distributedWithoutType.ts';

proveRule(distributedWithoutType);
