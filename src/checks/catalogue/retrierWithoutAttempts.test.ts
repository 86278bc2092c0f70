import { proveRule } from '../testing/proveRule.ts';
import { retrierWithoutAttempts } from './retrierWithoutAttempts.ts';

proveRule(retrierWithoutAttempts);
