import { proveRule } from '../testing/proveRule.ts';
import { choiceTimestamp } from './choiceTimestamp.ts';

proveRule(choiceTimestamp);
