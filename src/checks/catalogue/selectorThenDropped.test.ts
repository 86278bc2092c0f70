import { proveRule } from '../testing/proveRule.ts';
import { selectorThenDropped } from './selectorThenDropped.ts';

proveRule(selectorThenDropped);
