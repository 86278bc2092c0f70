import { proveRule } from '../testing/proveRule.ts';
import { lambdaWithoutRetry } from './lambdaWithoutRetry.ts';

proveRule(lambdaWithoutRetry);
