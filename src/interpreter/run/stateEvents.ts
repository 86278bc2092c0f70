import type { JsonObject } from '../../lib/Json.ts';
import type { State } from '../states/definition.ts';

/** Written out once: a name put together for each event would have to be looked up by its characters. */
export const STATE_EVENTS = Object.fromEntries(
  (['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'] as const).map((type) => [type, { entered: `${type}StateEntered`, exited: `${type}StateExited` }]),
) as { readonly [T in State['Type']]: { readonly entered: string; readonly exited: string } };

/** Undefined where nothing was assigned. */
export function assignedDetails(assigned: JsonObject): { readonly [member: string]: unknown } | undefined {
  if (Object.keys(assigned).length === 0) return undefined;
  return {
    assignedVariables: Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)])),
    assignedVariablesDetails: { truncated: false },
  };
}
