import { valueOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { StringNode } from '../asl/tree.ts';
import { isUnknown } from './problem.ts';

export interface TaskResource {
  readonly node: StringNode;
  readonly kind: 'lambda' | 'activity' | 'optimized' | 'sdk' | 'other';
  readonly service: string;
  readonly action: string;
  readonly pattern: '' | 'sync' | 'sync:2' | 'waitForTaskToken';
}

const INTEGRATION = /^arn:[\w-]+:states:[^:]*:[^:]*:(aws-sdk:)?([\w-]+):([\w-]+?)(?:\.(sync:2|sync|waitForTaskToken))?$/;

/** What a Task calls; null for other states and where it is filled in at deployment. */
export function resourceOf(state: StateEntry): TaskResource | null {
  const node = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || node?.kind !== 'string' || isUnknown(node)) return null;
  const none = { node, service: '', action: '', pattern: '' } as const;
  if (/^arn:[\w-]+:lambda:/.test(node.value)) return { ...none, kind: 'lambda', service: 'lambda', action: 'invoke' };
  if (/^arn:[\w-]+:states:[^:]*:[^:]*:activity:/.test(node.value)) return { ...none, kind: 'activity', service: 'activity' };
  const found = INTEGRATION.exec(node.value);
  if (!found) return { ...none, kind: 'other' };
  const [, sdk, service = '', action = '', pattern = ''] = found;
  return { node, kind: sdk === undefined ? 'optimized' : 'sdk', service, action, pattern: pattern as TaskResource['pattern'] };
}
