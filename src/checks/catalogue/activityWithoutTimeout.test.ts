import { proveRule } from '../testing/proveRule.ts';
import { activityWithoutTimeout } from './activityWithoutTimeout.ts';

proveRule(activityWithoutTimeout);
