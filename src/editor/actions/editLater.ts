import type { Command, Refusal } from '../../asl/operations.ts';
import type { Actions } from '../EditorState.ts';
import type { EditTools } from './editTools.ts';

/** Applies a command whose code comes with the first edit. `done` hears the reason where it was refused. */
export async function editLater(actions: Actions, make: (tools: EditTools) => Command, done?: (refusal: Refusal | null) => void): Promise<void> {
  const { editTools } = await import('./editTools.ts');
  const refusal = actions.apply(make(editTools), { origin: 'canvas' });
  done?.(refusal);
}
