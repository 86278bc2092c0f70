import { proveRule } from '../testing/proveRule.ts';
import { jitterStrategy } from './jitterStrategy.ts';

proveRule(jitterStrategy);
