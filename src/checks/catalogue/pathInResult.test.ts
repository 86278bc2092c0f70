import { proveRule } from '../testing/proveRule.ts';
import { pathInResult } from './pathInResult.ts';

proveRule(pathInResult);
