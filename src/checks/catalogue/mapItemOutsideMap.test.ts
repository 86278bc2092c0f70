import { proveRule } from '../testing/proveRule.ts';
import { mapItemOutsideMap } from './mapItemOutsideMap.ts';

proveRule(mapItemOutsideMap);
