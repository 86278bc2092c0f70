import { proveRule } from '../testing/proveRule.ts';
import { distributedFieldInline } from './distributedFieldInline.ts';

proveRule(distributedFieldInline);
