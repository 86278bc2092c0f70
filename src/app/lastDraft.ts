import type { EditorStore } from '../editor/createEditorStore.ts';

const KEY = 'asl-studio.last-draft';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Which draft this tab shows; a new tab begins with the one that was shown last anywhere. */
export function lastDraft(tab: Store, browser: Store): { read(): string | null; follow(store: EditorStore): void } {
  const keep = (id: string): void => {
    for (const storage of [tab, browser]) {
      try {
        storage.setItem(KEY, id);
      } catch {
        // Full storage: the next visit shows the list of drafts instead.
      }
    }
  };
  return {
    read: () => tab.getItem(KEY) ?? browser.getItem(KEY),
    follow(store) {
      store.subscribe((state, before) => {
        if (state.draftId !== before.draftId || state.version !== before.version) keep(state.draftId);
      });
    },
  };
}
