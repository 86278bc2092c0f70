import { proveRule } from '../testing/proveRule.ts';
import { contextPath } from './contextPath.ts';

proveRule(contextPath);
