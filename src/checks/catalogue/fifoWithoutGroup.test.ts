import { proveRule } from '../testing/proveRule.ts';
import { fifoWithoutGroup } from './fifoWithoutGroup.ts';

proveRule(fifoWithoutGroup);
