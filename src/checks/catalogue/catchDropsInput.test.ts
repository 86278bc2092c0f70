import { proveRule } from '../testing/proveRule.ts';
import { catchDropsInput } from './catchDropsInput.ts';

proveRule(catchDropsInput);
