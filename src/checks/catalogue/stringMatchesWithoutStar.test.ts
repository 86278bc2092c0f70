import { proveRule } from '../testing/proveRule.ts';
import { stringMatchesWithoutStar } from './stringMatchesWithoutStar.ts';

proveRule(stringMatchesWithoutStar);
