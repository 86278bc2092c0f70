import { proveRule } from '../testing/proveRule.ts';
import { unknownIntegration } from './unknownIntegration.ts';

proveRule(unknownIntegration);
