import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { atKey } from '../problem.ts';

export const deprecatedIterator: CheckRule = {
  id: 'deprecated-iterator',
  severity: 'info',
  title: 'Iterator is the old name of ItemProcessor',
  why: 'AWS keeps Iterator for old definitions and has given new abilities (distributed Maps) to ItemProcessor alone.',
  example: {
    bad: { Each: { Type: 'Map', Iterator: { StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => (state.type === 'Map' && memberOf(state.node, 'Iterator') && !memberOf(state.node, 'ItemProcessor') ? [finding(atKey(state, 'Iterator'), 'Iterator is the old name of ItemProcessor. Rename it.')] : []),
  fix: { label: 'Rename it to ItemProcessor', safe: true, ops: renameTo(() => 'ItemProcessor') },
};
