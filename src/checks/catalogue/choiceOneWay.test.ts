import { proveRule } from '../testing/proveRule.ts';
import { choiceOneWay } from './choiceOneWay.ts';

proveRule(choiceOneWay);
