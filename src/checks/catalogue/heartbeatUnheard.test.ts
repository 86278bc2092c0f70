import { proveRule } from '../testing/proveRule.ts';
import { heartbeatUnheard } from './heartbeatUnheard.ts';

proveRule(heartbeatUnheard);
