import { proveRule } from '../testing/proveRule.ts';
import { shadowedChoiceRule } from './shadowedChoiceRule.ts';

proveRule(shadowedChoiceRule);
