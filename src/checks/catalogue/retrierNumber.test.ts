import { proveRule } from '../testing/proveRule.ts';
import { retrierNumber } from './retrierNumber.ts';

proveRule(retrierNumber);
