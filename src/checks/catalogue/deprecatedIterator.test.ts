import { proveRule } from '../testing/proveRule.ts';
import { deprecatedIterator } from './deprecatedIterator.ts';

proveRule(deprecatedIterator);
