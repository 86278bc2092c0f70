import { isHttpResource } from '../asl/httpResource.ts';
import { memberOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';

export function resourceOf(entry: StateEntry): string | undefined {
  if (entry.node.kind !== 'object') return undefined;
  const resource = memberOf(entry.node, 'Resource')?.value;
  return resource?.kind === 'string' ? resource.value : undefined;
}

/** HTTP endpoints are the tasks that can be called from this machine without AWS. */
export const isHttpTask = (entry: StateEntry): boolean => entry.type === 'Task' && isHttpResource(resourceOf(entry) ?? '');

/** A Map that gets its items from elsewhere, of which a test is given the data. */
export const readsItems = (entry: StateEntry): boolean => entry.type === 'Map' && entry.node.kind === 'object' && memberOf(entry.node, 'ItemReader') !== undefined;

/** Map and Parallel, as they are written. */
export const holdsStates = (entry: StateEntry): boolean => entry.type === 'Map' || entry.type === 'Parallel';

/** States whose work a mock can stand for: [test-state.md section 2]. */
export const takesMock = (entry: StateEntry): boolean => entry.type === 'Task' || holdsStates(entry);
