import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { EditorStore } from './createEditorStore.ts';
import type { EditorState } from './EditorState.ts';

/** Provided once by the app; each test owns a store of its own. */
export const EditorContext = createContext<EditorStore | null>(null);

/** For what must read or subscribe outside React's render, such as Monaco. */
export function useEditorStore(): EditorStore {
  const store = use(EditorContext);
  if (!store) throw new Error('No editor store is provided above this component.');
  return store;
}

/** A selector answers a primitive or a stored reference; one that builds an object is wrapped in `useShallow` or `onceFor`. */
export const useEditor = <T>(selector: (state: EditorState) => T): T => useStore(useEditorStore(), selector);
