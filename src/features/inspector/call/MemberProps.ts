import type { ComponentType } from 'react';
import type { FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { CallNotes } from '../../../catalog/callNotes.ts';
import type { Shape } from '../../../catalog/Shape.ts';

export interface MemberProps {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly label: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly note: string | undefined;
  readonly notes: CallNotes | null;
  /** How many groups it stands in. */
  readonly depth: number;
  /** It was just added: a group is open. */
  readonly fresh?: boolean;
}

/** A group draws its parts with the component it is drawn by. */
export type Member = ComponentType<MemberProps>;
