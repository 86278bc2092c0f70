import { proveRule } from '../testing/proveRule.ts';
import { variableUnused } from './variableUnused.ts';

proveRule(variableUnused);
