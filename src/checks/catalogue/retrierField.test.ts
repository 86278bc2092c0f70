import { proveRule } from '../testing/proveRule.ts';
import { retrierField } from './retrierField.ts';

proveRule(retrierField);
