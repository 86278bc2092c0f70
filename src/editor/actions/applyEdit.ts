import type { Command, Refusal } from '../../asl/operations.ts';
import type { Actions } from '../EditorState.ts';

/** Applies a command of the canvas. `done` hears the reason where it was refused. */
export function applyEdit(actions: Actions, command: Command, done?: (refusal: Refusal | null) => void): void {
  const refusal = actions.apply(command, { origin: 'canvas' });
  done?.(refusal);
}
