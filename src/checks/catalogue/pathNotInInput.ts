import { type CheckRule, finding } from '../CheckRule.ts';
import { flowOf } from '../flow.ts';
import { missingPaths } from '../knownInput.ts';
import { at } from '../stateParts.ts';

export const pathNotInInput: CheckRule = {
  id: 'path-not-in-input',
  severity: 'warning',
  title: 'A path that the input cannot hold',
  why: 'What comes before always gives the same here: a Pass with a literal Result or Parameters, a ResultSelector, OutputPath null, or the Error and Cause of a catcher. The path is not in it, so the execution fails with States.Runtime, which nothing catches.',
  example: {
    bad: { Set: { Type: 'Pass', Result: { total: 5 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'sum.$': '$.totla' }, End: true } },
    good: { Set: { Type: 'Pass', Result: { total: 5 }, Next: 'Use' }, Use: { Type: 'Pass', Parameters: { 'sum.$': '$.total' }, End: true } },
  },
  of: 'machine',
  find: (facts) => facts.index.scopes.flatMap((scope) => {
    const flow = flowOf(scope);
    return flow ? missingPaths(flow).map(({ state, node, way, path, from }) => finding(at(state, node, ...way), `What ${JSON.stringify(from)} hands on holds no ${path}, so ${JSON.stringify(state.name)} fails here. Correct the path, or the state before.`)) : [];
  }),
};
