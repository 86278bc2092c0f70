import { readResource, type Resource } from '../../../catalog/resource.ts';
import { valueOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { StringNode } from '../../../asl/tree.ts';
import { hasPlaceholder } from '../../problem.ts';

export type SdkResource = Extract<Resource, { readonly kind: 'sdk' | 'optimized' }> & { readonly node: StringNode; readonly arn: string };

/** What a Task calls through an AWS SDK integration; null for everything else, and where it is filled in at deployment. */
export function sdkResource(state: StateEntry): SdkResource | null {
  const node = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || node?.kind !== 'string') return null;
  // Templates for several partitions write `arn:${AWS::Partition}:states:…`.
  const arn = node.value.replace(/^arn:\$\{[^{}]*\}:/, 'arn:aws:');
  if (hasPlaceholder(arn)) return null;
  const read = readResource(arn);
  return read.kind === 'sdk' ? { ...read, node, arn } : null;
}
