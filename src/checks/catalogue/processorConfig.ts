import { segmentsOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { didYouMean, nearest } from '../didYouMean.ts';
import { done } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { at, plainText } from '../stateParts.ts';

const KNOWN: { readonly [field: string]: readonly string[] } = { Mode: ['INLINE', 'DISTRIBUTED'], ExecutionType: ['STANDARD', 'EXPRESS'] };

export const processorConfig: CheckRule = {
  id: 'processor-config',
  severity: 'error',
  title: 'A ProcessorConfig that AWS does not know',
  why: 'Mode is INLINE or DISTRIBUTED, ExecutionType STANDARD or EXPRESS, in capitals.',
  example: {
    bad: { Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'Inline' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const config = valueOf(valueOf(state.node, 'ItemProcessor'), 'ProcessorConfig');
    return Object.entries(KNOWN).flatMap(([field, values]) => {
      const value = valueOf(config, field);
      if (!plainText(value) || values.includes(value.value)) return [];
      return [finding(at(state, value, 'ItemProcessor', 'ProcessorConfig', field), `${field} must be ${values.join(' or ')}, in capitals.${didYouMean(value.value, values)}`, { fixable: nearest(value.value, values) !== null })];
    });
  },
  fix: { label: 'Write it as AWS does', safe: true, ops: setWhere((text, _tree, { pointer }) => nearest(text, KNOWN[segmentsOf(pointer).at(-1) ?? ''] ?? [])) },
};
