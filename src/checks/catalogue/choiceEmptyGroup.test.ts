import { proveRule } from '../testing/proveRule.ts';
import { choiceEmptyGroup } from './choiceEmptyGroup.ts';

proveRule(choiceEmptyGroup);
