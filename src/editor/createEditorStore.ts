import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actions, EditorState } from './EditorState.ts';
import { defaultPreferences, type Preferences } from './preferences.ts';
import type { EditorServices } from './services.ts';
import type { SliceContext } from './slice.ts';
import { connectionsSlice } from './slices/connectionsSlice.ts';
import type { OpenedDocument } from './OpenedDocument.ts';
import { documentSlice } from './slices/documentSlice.ts';
import { selectionSlice } from './slices/selectionSlice.ts';
import { readingSlice } from './slices/readingSlice.ts';
import { savedTestsSlice } from './slices/savedTestsSlice.ts';
import { sessionSlice } from './slices/sessionSlice.ts';
import { sidecarActions } from './slices/sidecarSlice.ts';
import { testSlice } from './slices/testSlice.ts';
import { viewSlice } from './slices/viewSlice.ts';

export type EditorStore = StoreApi<EditorState>;

/** A factory, so that each test owns a store. `actions` is one stable object. */
export function createEditorStore(services: EditorServices, opened: OpenedDocument, preferences: Preferences = defaultPreferences): EditorStore {
  return createStore<EditorState>()((set, get) => {
    const context: SliceContext = { set, get, services };
    const [document, selection, view] = [documentSlice(context, opened), selectionSlice(context), viewSlice(context, preferences)];
    const [reading, saved] = [readingSlice(context), savedTestsSlice(context)];
    const [test, connections, session] = [testSlice(context), connectionsSlice(context), sessionSlice(context)];
    const actions: Actions = {
      ...document.actions, ...selection.actions, ...view.actions, ...reading.actions, ...saved.actions, ...test.actions, ...connections.actions, ...session.actions, ...sidecarActions(context),
    };
    return { ...document.state, ...selection.state, ...view.state, ...reading.state, ...saved.state, ...test.state, ...connections.state, ...session.state, actions };
  });
}
