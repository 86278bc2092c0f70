import { type CheckRule, finding } from '../CheckRule.ts';
import { unreadAssigns } from '../assignments.ts';
import { removeIt } from '../fixes.ts';
import { at } from '../stateParts.ts';

export const variableUnused: CheckRule = {
  id: 'variable-unused',
  severity: 'info',
  title: 'A variable that nothing reads',
  why: 'Assign evaluates and keeps it, and it counts towards 10 MiB for an execution, for nothing.',
  example: {
    bad: { Set: { Type: 'Pass', Assign: { order: 1 }, End: true } },
    good: { Set: { Type: 'Pass', Assign: { order: 1 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'n.$': '$order' }, End: true } },
  },
  of: 'machine',
  find: (facts) => unreadAssigns(facts).map(({ state, name, key, way }) => finding(at(state, key, ...way), `Nothing reads $${name}. Remove it here, or use it.`)),
  fix: { label: 'Remove the assignment', safe: false, ops: removeIt },
};
