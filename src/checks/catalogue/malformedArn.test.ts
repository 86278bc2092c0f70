import { proveRule } from '../testing/proveRule.ts';
import { malformedArn } from './malformedArn.ts';

proveRule(malformedArn);
