import { proveRule } from '../testing/proveRule.ts';
import { jsonataEval } from './jsonataEval.ts';

proveRule(jsonataEval);
