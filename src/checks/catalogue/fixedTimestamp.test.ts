import { proveRule } from '../testing/proveRule.ts';
import { fixedTimestamp } from './fixedTimestamp.ts';

proveRule(fixedTimestamp);
