import { proveRule } from '../testing/proveRule.ts';
import { unknownParameter } from './unknownParameter.ts';

proveRule(unknownParameter);
