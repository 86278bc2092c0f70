import type { Conditions } from './sidecar.ts';

type Changes = { readonly [C in keyof Conditions]?: Conditions[C] | undefined };

/** The conditions with some of them changed; what is undefined, 0 or empty is as if it were not set. Null: none is left. */
export function withConditions(conditions: Conditions, changes: Changes): Conditions | null {
  const set = Object.entries({ ...conditions, ...changes }).filter(([, value]) => value !== undefined && value !== 0 && value !== '');
  return set.length === 0 ? null : Object.fromEntries(set);
}
