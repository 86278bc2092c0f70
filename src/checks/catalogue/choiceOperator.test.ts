import { proveRule } from '../testing/proveRule.ts';
import { choiceOperator } from './choiceOperator.ts';

proveRule(choiceOperator);
