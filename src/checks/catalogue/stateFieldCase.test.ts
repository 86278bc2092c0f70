import { proveRule } from '../testing/proveRule.ts';
import { stateFieldCase } from './stateFieldCase.ts';

proveRule(stateFieldCase);
