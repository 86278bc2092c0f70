import { proveRule } from '../testing/proveRule.ts';
import { expressChild } from './expressChild.ts';

proveRule(expressChild);
