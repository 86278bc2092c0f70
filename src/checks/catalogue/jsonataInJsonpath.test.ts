import { proveRule } from '../testing/proveRule.ts';
import { jsonataInJsonpath } from './jsonataInJsonpath.ts';

proveRule(jsonataInJsonpath);
