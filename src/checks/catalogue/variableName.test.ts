import { proveRule } from '../testing/proveRule.ts';
import { variableName } from './variableName.ts';

proveRule(variableName);
