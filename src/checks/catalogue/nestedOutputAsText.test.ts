import { proveRule } from '../testing/proveRule.ts';
import { nestedOutputAsText } from './nestedOutputAsText.ts';

proveRule(nestedOutputAsText);
