import { readResource, type Pattern } from '../catalog/resource.ts';
import { valueOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { StringNode } from '../asl/tree.ts';
import { isUnknown } from './problem.ts';

export interface TaskResource {
  readonly node: StringNode;
  readonly kind: 'lambda' | 'activity' | 'optimized' | 'sdk' | 'other';
  readonly service: string;
  readonly action: string;
  readonly pattern: Pattern;
}

/** What a Task calls; null for other states and where it is filled in at deployment. */
export function resourceOf(state: StateEntry): TaskResource | null {
  const node = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || node?.kind !== 'string' || isUnknown(node)) return null;
  const none = { node, service: '', action: '', pattern: 'request-response' } as const;
  const read = readResource(node.value);
  if (read.kind === 'lambda') return { ...none, kind: 'lambda', service: 'lambda', action: 'invoke' };
  if (read.kind === 'activity') return { ...none, kind: 'activity', service: 'activity' };
  return read.kind === 'sdk' || read.kind === 'optimized' ? { ...read, kind: read.kind, node } : { ...none, kind: 'other' };
}
