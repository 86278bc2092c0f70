import { proveRule } from '../testing/proveRule.ts';
import { nestedMapConcurrency } from './nestedMapConcurrency.ts';

proveRule(nestedMapConcurrency);
