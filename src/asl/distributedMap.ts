import type { ValueNode } from './tree.ts';
import { stringOf, valueOf } from './pointer.ts';

/** What a Map runs for each item, under its name or the older one. */
export const processorOf = (map: ValueNode | null | undefined): ValueNode | undefined => valueOf(map, 'ItemProcessor') ?? valueOf(map, 'Iterator');

/** A Map that runs each item as an execution of its own. */
export const isDistributedMap = (map: ValueNode | null | undefined): boolean => stringOf(valueOf(processorOf(map), 'ProcessorConfig'), 'Mode') === 'DISTRIBUTED';

/** Only a distributed Map may have these. Source: asl-semantics.md section 8. */
export const DISTRIBUTED_FIELDS: readonly string[] = [
  'ItemReader', 'ItemBatcher', 'ResultWriter', 'Label', 'ToleratedFailureCount', 'ToleratedFailureCountPath', 'ToleratedFailurePercentage', 'ToleratedFailurePercentagePath',
];
