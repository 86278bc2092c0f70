import { proveRule } from '../testing/proveRule.ts';
import { choiceAlwaysTrue } from './choiceAlwaysTrue.ts';

proveRule(choiceAlwaysTrue);
