import { proveRule } from '../testing/proveRule.ts';
import { mapLabel } from './mapLabel.ts';

proveRule(mapLabel);
