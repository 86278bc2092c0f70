import type { Actions, ViewSlice } from '../EditorState.ts';
import { defaultPreferences, type Preferences } from '../preferences.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

type Names = 'setView' | 'setTheme' | 'togglePalette' | 'showOutline' | 'toggleInspector' | 'showDock' | 'tookDockFocus' | 'announce' | 'notify' | 'dismiss' | 'showDialog' | 'startRenaming' | 'requestCode' | 'requestViewport';

/** Toasts beyond this many push the oldest out. */
const TOASTS_AT_MOST = 4;

/** How the screen is arranged, and what is said to the person. */
export function viewSlice({ set, services }: SliceContext, kept: Preferences = defaultPreferences): SliceOf<ViewSlice, Names> {
  return {
    state: { ...kept, dockFocus: false, announcement: { id: 0, text: '' }, toasts: [], dialog: null, renaming: null, viewportRequest: null, codeRequest: null },
    actions: {
      setView: (view) => set({ view }),
      setTheme: (theme) => set({ theme }),
      togglePalette: () => set((s) => ({ paletteOpen: !s.paletteOpen })),
      showOutline: (outlineOpen) => set({ outlineOpen }),
      toggleInspector: () => set((s) => ({ inspectorOpen: !s.inspectorOpen })),
      showDock: (dock, { focus = false } = {}) => set({ dock, dockFocus: focus }),
      tookDockFocus: () => set({ dockFocus: false }),
      announce: (text) => set((s) => ({ announcement: { id: s.announcement.id + 1, text } })),
      notify: ((toast) => {
        const id = services.id();
        set((s) => ({
          toasts: [...s.toasts, { ...toast, id }].slice(-TOASTS_AT_MOST),
          announcement: { id: s.announcement.id + 1, text: [toast.title, toast.text].filter(Boolean).join('. ') },
        }));
        return id;
      }) satisfies Actions['notify'],
      dismiss: (toast) => set((s) => ({ toasts: s.toasts.filter((t) => t.id !== toast) })),
      showDialog: (dialog) => set({ dialog }),
      startRenaming: (renaming) => set({ renaming }),
      requestCode: (codeRequest) => set({ codeRequest }),
      requestViewport: (viewportRequest) => set({ viewportRequest }),
    },
  };
}
