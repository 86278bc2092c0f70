import { proveRule } from '../testing/proveRule.ts';
import { blankAroundExpression } from './blankAroundExpression.ts';

proveRule(blankAroundExpression);
