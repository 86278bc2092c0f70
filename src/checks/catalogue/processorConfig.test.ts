import { proveRule } from '../testing/proveRule.ts';
import { processorConfig } from './processorConfig.ts';

proveRule(processorConfig);
