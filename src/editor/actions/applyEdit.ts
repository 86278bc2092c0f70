import type { Command } from '../../asl/operations.ts';
import type { Actions } from '../EditorState.ts';

/** Applies a command of the canvas. `say` hears why it was refused, unless the store's own notice says so and offers a way out. Answers whether it was done. */
export function applyEdit(actions: Actions, command: Command, say?: (reason: string) => void): boolean {
  const refusal = actions.apply(command, { origin: 'canvas' });
  if (refusal && !refusal.offer) say?.(refusal.message);
  return refusal === null;
}

/** As a notice: the live region has said it, and who looks at the screen reads it there. */
export const sayWhyNot = (actions: Actions, title = 'Nothing was changed') => (reason: string): void => void actions.notify({ tone: 'warning', title, text: reason });
