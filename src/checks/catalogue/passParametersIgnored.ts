import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { removeIt } from '../fixes.ts';
import { atKey } from '../problem.ts';

export const passParametersIgnored: CheckRule = {
  id: 'pass-parameters-ignored',
  severity: 'warning',
  title: 'Parameters beside Result',
  why: 'The Result of a Pass replaces whatever Parameters have made, so they have no effect.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { 'a.$': '$.x' }, Result: { b: 1 }, End: true } },
    good: { A: { Type: 'Pass', Parameters: { 'a.$': '$.x', b: 1 }, End: true } },
  },
  of: 'state',
  find: (state) => (state.type === 'Pass' && memberOf(state.node, 'Result') && memberOf(state.node, 'Parameters') ? [finding(atKey(state, 'Parameters'), `Result of ${JSON.stringify(state.name)} replaces its Parameters. Remove one of them.`)] : []),
  fix: { label: 'Remove Parameters', safe: true, ops: removeIt },
};
