import { type CheckRule, finding } from '../CheckRule.ts';
import { unassignedReads } from '../assignments.ts';
import { at } from '../stateParts.ts';
import { readersOf } from '../variables/variableUse.ts';

export const variableMaybeUnassigned: CheckRule = {
  id: 'variable-maybe-unassigned',
  severity: 'warning',
  title: 'A variable that some way leaves out',
  why: 'The variable is assigned on one way here and not on another. Whoever comes by the other fails when it is read. AWS warns too (POSSIBLY_UNDEFINED_VARIABLE).',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Set' }], Default: 'Use' }, Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'n.$': '$order' }, End: true } },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Set' }], Default: 'Use', Assign: { order: 0 } }, Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'n.$': '$order' }, End: true } },
  },
  of: 'machine',
  find: (facts) => unassignedReads(facts).flatMap(({ state, name, some }) => (!some ? [] : readersOf(state, name).map(({ node, way }) =>
    finding(at(state, node, ...way), `Some way to ${JSON.stringify(state.name)} does not assign $${name}. Assign it before the ways part, or on each of them.`)))),
};
