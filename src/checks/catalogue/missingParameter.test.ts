import { proveRule } from '../testing/proveRule.ts';
import { missingParameter } from './missingParameter.ts';

proveRule(missingParameter);
