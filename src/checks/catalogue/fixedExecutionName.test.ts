import { proveRule } from '../testing/proveRule.ts';
import { fixedExecutionName } from './fixedExecutionName.ts';

proveRule(fixedExecutionName);
