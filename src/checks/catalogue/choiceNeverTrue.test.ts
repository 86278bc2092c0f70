import { proveRule } from '../testing/proveRule.ts';
import { choiceNeverTrue } from './choiceNeverTrue.ts';

proveRule(choiceNeverTrue);
