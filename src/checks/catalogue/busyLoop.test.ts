import { proveRule } from '../testing/proveRule.ts';
import { busyLoop } from './busyLoop.ts';

proveRule(busyLoop);
