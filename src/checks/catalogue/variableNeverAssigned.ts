import { type CheckRule, finding } from '../CheckRule.ts';
import { unassignedReads } from '../assignments.ts';
import { didYouMean } from '../didYouMean.ts';
import { at } from '../stateParts.ts';
import { readersOf } from '../variables/variableUse.ts';

export const variableNeverAssigned: CheckRule = {
  id: 'variable-never-assigned',
  severity: 'warning',
  title: 'A variable that nothing assigns',
  why: 'No Assign anywhere before gives the variable a value: reading it fails the execution. AWS warns too (POSSIBLY_UNDEFINED_VARIABLE) and takes the definition.',
  example: {
    bad: { Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'n.$': '$ordr' }, End: true } },
    good: { Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'n.$': '$order' }, End: true } },
  },
  of: 'machine',
  find: (facts) => unassignedReads(facts).flatMap(({ state, name, some, visible }) => (some ? [] : readersOf(state, name).map(({ node, way }) =>
    finding(at(state, node, ...way), `No state assigns $${name}.${didYouMean(name, visible) || ' Add it to Assign of a state before, or correct the name.'}`)))),
};
