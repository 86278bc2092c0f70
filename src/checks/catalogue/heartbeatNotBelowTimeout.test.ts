import { proveRule } from '../testing/proveRule.ts';
import { heartbeatNotBelowTimeout } from './heartbeatNotBelowTimeout.ts';

proveRule(heartbeatNotBelowTimeout);
