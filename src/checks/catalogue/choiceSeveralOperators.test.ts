import { proveRule } from '../testing/proveRule.ts';
import { choiceSeveralOperators } from './choiceSeveralOperators.ts';

proveRule(choiceSeveralOperators);
