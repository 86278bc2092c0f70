import { proveRule } from '../testing/proveRule.ts';
import { variableShadows } from './variableShadows.ts';

proveRule(variableShadows);
