import { proveRule } from '../testing/proveRule.ts';
import { choiceNestedNext } from './choiceNestedNext.ts';

proveRule(choiceNestedNext);
