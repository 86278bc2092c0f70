import { memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { addMember } from '../fixes.ts';
import { hasUnknownMembers } from '../problem.ts';
import { at } from '../stateParts.ts';

export const distributedWithoutType: CheckRule = {
  id: 'distributed-without-type',
  severity: 'error',
  title: 'A distributed Map without ExecutionType',
  why: 'The child executions of a distributed Map are STANDARD or EXPRESS, and AWS refuses the definition when ProcessorConfig does not say which.',
  example: {
    bad: { Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const config = valueOf(valueOf(state.node, 'ItemProcessor'), 'ProcessorConfig');
    if (state.type !== 'Map' || config?.kind !== 'object' || hasUnknownMembers(config) || stringOf(config, 'Mode') !== 'DISTRIBUTED' || memberOf(config, 'ExecutionType')) return [];
    return [finding({ ...at(state, config, 'ItemProcessor', 'ProcessorConfig'), length: 1 }, 'A distributed Map says what its child executions are. Add "ExecutionType": "STANDARD" or "EXPRESS".')];
  },
  fix: { label: 'Add ExecutionType STANDARD', safe: false, ops: addMember('ExecutionType', 'STANDARD') },
};
