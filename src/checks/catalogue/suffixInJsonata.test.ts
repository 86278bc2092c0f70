import { proveRule } from '../testing/proveRule.ts';
import { suffixInJsonata } from './suffixInJsonata.ts';

proveRule(suffixInJsonata);
