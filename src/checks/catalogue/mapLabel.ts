import { valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { at, plainText } from '../stateParts.ts';

const BAD = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

export const mapLabel: CheckRule = {
  id: 'map-label',
  severity: 'error',
  title: 'A Label that AWS refuses',
  why: 'Label becomes part of the ARN of the map run: 40 characters at most, without blanks, brackets, wildcards or special characters.',
  example: {
    bad: { Each: { Type: 'Map', Label: 'all orders', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', Label: 'all-orders', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const label = valueOf(state.node, 'Label');
    if (state.type !== 'Map' || !plainText(label) || (label.value.length <= 40 && !BAD.test(label.value))) return [];
    return [finding(at(state, label, 'Label'), 'Label may have 40 characters, without blanks, brackets, wildcards or special characters. Shorten or change it.')];
  },
};
