import { proveRule } from '../testing/proveRule.ts';
import { itemSelectorWholeInput } from './itemSelectorWholeInput.ts';

proveRule(itemSelectorWholeInput);
