import { memberOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { atKey, hasUnknownMembers, isUnknown } from '../problem.ts';
import { isDistributed } from '../variables/variableUse.ts';

const FIELDS = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

export const distributedFieldInline: CheckRule = {
  id: 'distributed-field-inline',
  severity: 'warning',
  title: 'A field that only distributed Maps use',
  why: 'ItemReader, ItemBatcher, ResultWriter and Label work with child executions, which only a distributed Map has. In an inline Map they do not do what they say.',
  example: {
    bad: { Each: { Type: 'Map', ItemBatcher: { MaxItemsPerBatch: 10 }, ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemBatcher: { MaxItemsPerBatch: 10 }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const processor = valueOf(state.node, 'ItemProcessor') ?? valueOf(state.node, 'Iterator');
    const config = valueOf(processor, 'ProcessorConfig');
    if (state.type !== 'Map' || processor?.kind !== 'object' || isDistributed(state) || hasUnknownMembers(processor) || isUnknown(config) || isUnknown(valueOf(config, 'Mode'))) return [];
    return FIELDS.flatMap((field) => (memberOf(state.node, field) ? [finding(atKey(state, field), `${field} needs a distributed Map. Set "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"} in its ItemProcessor, or remove ${field}.`)] : []));
  },
};
