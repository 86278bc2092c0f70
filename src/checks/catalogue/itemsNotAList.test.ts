import { proveRule } from '../testing/proveRule.ts';
import { itemsNotAList } from './itemsNotAList.ts';

proveRule(itemsNotAList);
