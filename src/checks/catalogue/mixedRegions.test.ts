import { proveRule } from '../testing/proveRule.ts';
import { mixedRegions } from './mixedRegions.ts';

proveRule(mixedRegions);
