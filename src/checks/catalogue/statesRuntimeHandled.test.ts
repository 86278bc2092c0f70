import { proveRule } from '../testing/proveRule.ts';
import { statesRuntimeHandled } from './statesRuntimeHandled.ts';

proveRule(statesRuntimeHandled);
