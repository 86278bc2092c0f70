import { proveRule } from '../testing/proveRule.ts';
import { oddStateName } from './oddStateName.ts';

proveRule(oddStateName);
