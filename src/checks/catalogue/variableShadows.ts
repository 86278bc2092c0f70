import { type CheckRule, finding } from '../CheckRule.ts';
import { shadowingAssigns } from '../assignments.ts';
import { at } from '../stateParts.ts';

export const variableShadows: CheckRule = {
  id: 'variable-shadows',
  severity: 'error',
  title: 'A variable of the same name outside',
  why: 'Inside a Map or a Parallel the variables of outside can be read but not assigned. AWS refuses a definition that uses the same name inside (DUPLICATE_VARIABLE_NAME).',
  example: {
    bad: { Set: { Type: 'Pass', Assign: { n: 1 }, Next: 'Each' }, Each: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', Assign: { n: 2 }, End: true } } }, End: true } },
    good: { Set: { Type: 'Pass', Assign: { n: 1 }, Next: 'Each' }, Each: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', Assign: { own: 2 }, End: true } } }, End: true } },
  },
  of: 'machine',
  find: (facts) => shadowingAssigns(facts).map(({ state, name, key, way }) => finding(at(state, key, ...way), `$${name} is assigned outside ${JSON.stringify(state.scope.parent?.name)} already, and cannot be assigned inside. Choose another name.`)),
};
