import type { Actions, EditorState } from './EditorState.ts';
import type { EditorServices } from './services.ts';

/** What a slice is handed: the store's `set` and `get`, and the services it was made with. */
export interface SliceContext {
  readonly set: (change: Partial<EditorState> | ((state: EditorState) => Partial<EditorState>)) => void;
  readonly get: () => EditorState;
  readonly services: EditorServices;
}

/** A slice declares its part of the state and the actions that change it. */
export interface SliceOf<Part, Names extends keyof Actions> {
  readonly state: Part;
  readonly actions: Pick<Actions, Names>;
}
