import type { Actions } from '../../editor/EditorState.ts';
import { NOT_LOADED } from '../../editor/laterPart.tsx';

/** Ends a gesture with code that comes later; where it cannot be fetched, that is said. */
export function withLaterParts(actions: Actions, end: (parts: typeof import('./laterParts.ts')) => void | Promise<void>): void {
  void import('./laterParts.ts').then(end, () => actions.notify(NOT_LOADED));
}
