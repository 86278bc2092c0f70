import type { Actions } from './EditorState.ts';
import { useEditorStore } from './useEditor.ts';

/** The stable actions object: it never changes, so using it never renders. */
export const useActions = (): Actions => useEditorStore().getState().actions;
