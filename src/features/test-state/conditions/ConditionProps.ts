import type { StateEntry } from '../../../asl/states.ts';
import type { Conditions } from '../../../editor/sidecar.ts';

export interface ConditionProps {
  readonly entry: StateEntry;
  readonly conditions: Conditions;
  readonly change: (changes: { readonly [C in keyof Conditions]?: Conditions[C] | undefined }) => void;
}
