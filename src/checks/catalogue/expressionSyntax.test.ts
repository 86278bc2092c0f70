import { proveRule } from '../testing/proveRule.ts';
import { expressionSyntax } from './expressionSyntax.ts';

proveRule(expressionSyntax);
