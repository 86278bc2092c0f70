import { proveRule } from '../testing/proveRule.ts';
import { httpStatusWildcard } from './httpStatusWildcard.ts';

proveRule(httpStatusWildcard);
