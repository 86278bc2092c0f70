import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { atKey } from '../problem.ts';

export const deprecatedMapParameters: CheckRule = {
  id: 'deprecated-map-parameters',
  severity: 'info',
  title: 'Parameters of a Map is the old name of ItemSelector',
  why: 'AWS keeps Parameters on Map states for old definitions; ItemSelector does the same and says what it is.',
  example: {
    bad: { Each: { Type: 'Map', Parameters: { 'id.$': '$$.Map.Item.Value' }, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemSelector: { 'id.$': '$$.Map.Item.Value' }, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => (state.type === 'Map' && state.language === 'JSONPath' && memberOf(state.node, 'Parameters') && !memberOf(state.node, 'ItemSelector') ? [finding(atKey(state, 'Parameters'), 'Parameters of a Map is the old name of ItemSelector. Rename it.')] : []),
  fix: { label: 'Rename it to ItemSelector', safe: true, ops: renameTo(() => 'ItemSelector') },
};
