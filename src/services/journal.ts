import { isDraft, type Draft } from './drafts.ts';

/**
 * The last text of a draft, written synchronously when the page is left: the database may not finish then. Texts too large for it
 * are saved by the database alone.
 */
export interface Journal {
  write(draft: Draft): void;
  /** Of this draft, or null. */
  read(draftId: string): Draft | null;
  clear(draftId: string): void;
}

const keyOf = (draftId: string): string => `asl-studio.journal.${draftId}`;

/** Storage that is full or blocked costs the journal only; the draft's own saving says so to the person. */
export function createJournal(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Journal {
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    write: (draft) => void attempt(() => storage.setItem(keyOf(draft.id), JSON.stringify(draft))),
    read: (draftId) =>
      attempt(() => {
        const kept: unknown = JSON.parse(storage.getItem(keyOf(draftId)) ?? 'null');
        return isDraft(kept) && kept.id === draftId ? kept : null;
      }),
    clear: (draftId) => void attempt(() => storage.removeItem(keyOf(draftId))),
  };
}
