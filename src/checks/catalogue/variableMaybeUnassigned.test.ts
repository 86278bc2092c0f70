import { proveRule } from '../testing/proveRule.ts';
import { done } from '../examples.ts';
import { variableMaybeUnassigned } from './variableMaybeUnassigned.ts';

proveRule(variableMaybeUnassigned, {
  silent: { 'a variable of the state around': { Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Each' }, Each: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'n.$': '$order' }, End: true } } }, End: true } } },
  fires: { 'one that is set in the same state': { A: { Type: 'Pass', Parameters: { 'n.$': '$n' }, Assign: { n: 1 }, Next: 'A2' }, A2: { Type: 'Choice', Choices: [{ Variable: '$n', NumericEquals: 1, Next: 'A' }], Default: 'Out' }, Out: done } },
});
