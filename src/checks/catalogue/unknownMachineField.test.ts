import { proveRule } from '../testing/proveRule.ts';
import { unknownMachineField } from './unknownMachineField.ts';

proveRule(unknownMachineField);
