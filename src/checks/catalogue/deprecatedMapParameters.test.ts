import { proveRule } from '../testing/proveRule.ts';
import { deprecatedMapParameters } from './deprecatedMapParameters.ts';

proveRule(deprecatedMapParameters);
