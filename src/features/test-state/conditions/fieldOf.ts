import { memberOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';

export const fieldOf = ({ node }: StateEntry, name: string): ValueNode | undefined => (node.kind === 'object' ? memberOf(node, name)?.value : undefined);
