import { proveRule } from '../testing/proveRule.ts';
import { sdkActionCase } from './sdkActionCase.ts';

proveRule(sdkActionCase);
