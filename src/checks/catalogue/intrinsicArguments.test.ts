import { proveRule } from '../testing/proveRule.ts';
import { intrinsicArguments } from './intrinsicArguments.ts';

proveRule(intrinsicArguments);
