import { proveRule } from '../testing/proveRule.ts';
import { noWayToEnd } from './noWayToEnd.ts';

proveRule(noWayToEnd);
