import { readResource, type Pattern } from '../catalog/resource.ts';
import { valueOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { StringNode, ValueNode } from '../asl/tree.ts';
import { boundedCache } from '../lib/boundedCache.ts';
import { isUnknown } from './problem.ts';

export interface TaskResource {
  readonly node: StringNode;
  readonly kind: 'lambda' | 'activity' | 'optimized' | 'sdk' | 'other';
  readonly service: string;
  readonly action: string;
  readonly pattern: Pattern;
}

const readArn = boundedCache(readResource);
const read = new WeakMap<ValueNode, TaskResource | null>();

/** What a Task calls; null for other states and where it is filled in at deployment. Read once: many rules ask. */
export function resourceOf(state: StateEntry): TaskResource | null {
  let resource = read.get(state.node);
  if (resource === undefined) read.set(state.node, (resource = readFrom(state)));
  return resource;
}

function readFrom(state: StateEntry): TaskResource | null {
  const node = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || node?.kind !== 'string' || isUnknown(node)) return null;
  const none = { node, service: '', action: '', pattern: 'request-response' } as const;
  const known = readArn(node.value);
  if (known.kind === 'lambda') return { ...none, kind: 'lambda', service: 'lambda', action: 'invoke' };
  if (known.kind === 'activity') return { ...none, kind: 'activity', service: 'activity' };
  return known.kind === 'sdk' || known.kind === 'optimized' ? { ...known, kind: known.kind, node } : { ...none, kind: 'other' };
}
