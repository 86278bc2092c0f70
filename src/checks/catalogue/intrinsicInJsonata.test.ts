import { proveRule } from '../testing/proveRule.ts';
import { intrinsicInJsonata } from './intrinsicInJsonata.ts';

proveRule(intrinsicInJsonata);
