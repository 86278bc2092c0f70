import type { JsonObject } from '../../lib/Json.ts';
import type { Target } from '../../asl/commands/placement.ts';
import type { StateType } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import type { StateIconType } from '../../ui/StateIcon.tsx';

export type NewKind = StateType | 'Http';

/** MIME type of a drag out of the palette; its data is `{ "kind": … }`, or `{ "item": … }` for what the catalog or the shelf knows. */
export const STATE_MIME = 'application/x-asl-state';

export interface Insertable {
  readonly kind: NewKind;
  readonly icon: StateIconType;
  readonly label: string;
  readonly hint: string;
}

/** The nine kinds, as the quick menu lists them. */
export const INSERTABLES: readonly Insertable[] = [
  { kind: 'Http', icon: 'Http', label: 'HTTP endpoint', hint: 'Call any HTTPS API' },
  { kind: 'Task', icon: 'Task', label: 'Task', hint: 'Call an AWS service' },
  { kind: 'Choice', icon: 'Choice', label: 'Choice', hint: 'Branch on the data' },
  { kind: 'Pass', icon: 'Pass', label: 'Pass', hint: 'Reshape the data' },
  { kind: 'Wait', icon: 'Wait', label: 'Wait', hint: 'Delay the next step' },
  { kind: 'Parallel', icon: 'Parallel', label: 'Parallel', hint: 'Run branches side by side' },
  { kind: 'Map', icon: 'Map', label: 'Map', hint: 'Repeat for each item' },
  { kind: 'Succeed', icon: 'Succeed', label: 'Succeed', hint: 'End well' },
  { kind: 'Fail', icon: 'Fail', label: 'Fail', hint: 'End with an error' },
];

/** A kind of state, a whole one as JSON, or what makes the command for a place, and is told when it was done. */
export type Incoming = { readonly type: NewKind } | { readonly fragment: JsonObject } | { readonly make: (target: Target) => Command; readonly added: () => void };
