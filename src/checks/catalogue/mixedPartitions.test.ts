import { proveRule } from '../testing/proveRule.ts';
import { mixedPartitions } from './mixedPartitions.ts';

proveRule(mixedPartitions);
