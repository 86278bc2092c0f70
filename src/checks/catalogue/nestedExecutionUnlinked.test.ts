import { proveRule } from '../testing/proveRule.ts';
import { nestedExecutionUnlinked } from './nestedExecutionUnlinked.ts';

proveRule(nestedExecutionUnlinked);
