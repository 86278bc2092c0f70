import { proveRule } from '../testing/proveRule.ts';
import { itemReaderConfig } from './itemReaderConfig.ts';

proveRule(itemReaderConfig);
