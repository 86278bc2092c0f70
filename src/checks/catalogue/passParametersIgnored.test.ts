import { proveRule } from '../testing/proveRule.ts';
import { passParametersIgnored } from './passParametersIgnored.ts';

proveRule(passParametersIgnored);
