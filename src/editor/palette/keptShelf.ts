import { emptyShelf, type Fragment, type Shelf, type ShelfStore } from '../../services/shelfStore.ts';
import type { StorageProblem } from '../../services/storageProblem.ts';

/** The shelf as the page sees it: at once in memory, and behind it in this browser. A change that could not be kept says so, and is there until the page is closed. */
export interface KeptShelf {
  readonly now: () => Shelf;
  readonly subscribe: (changed: () => void) => () => void;
  /** Reads it, once. */
  readonly read: () => Promise<void>;
  /** What could not be read; whoever asks first is told, and is the one to say it. */
  readonly untold: () => Promise<readonly StorageProblem[]>;
  readonly star: (item: string) => Promise<StorageProblem | null>;
  /** It was put into a workflow. */
  readonly used: (item: string) => Promise<StorageProblem | null>;
  readonly save: (fragment: Fragment) => Promise<StorageProblem | null>;
  readonly rename: (id: string, name: string) => Promise<StorageProblem | null>;
  readonly remove: (id: string) => Promise<StorageProblem | null>;
}

const MOST_RECENT = 8;

export function createKeptShelf(store: ShelfStore): KeptShelf {
  let shelf: Shelf = emptyShelf;
  let reading: Promise<void> | undefined;
  let problems: readonly StorageProblem[] = [];
  const listeners = new Set<() => void>();
  const put = (next: Shelf): void => {
    shelf = next;
    for (const listener of listeners) listener();
  };
  const read = (): Promise<void> => (reading ??= store.load().then((found) => {
    problems = found.problems;
    put(found.shelf);
  }));
  const change = async <P extends keyof Shelf>(part: P, next: (data: Shelf[P]) => Shelf[P]): Promise<StorageProblem | null> => {
    // A list that had not been read yet would come back without what is added now.
    await read();
    put({ ...shelf, [part]: next(shelf[part]) });
    const kept = await store.change(part, next);
    return kept.ok ? null : kept.error;
  };
  return {
    now: () => shelf,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    read,
    async untold() {
      await read();
      const now = problems;
      problems = [];
      return now;
    },
    async star(item) {
      await read();
      const starred = !shelf.favourites.includes(item);
      return change('favourites', (all) => [...all.filter((one) => one !== item), ...(starred ? [item] : [])]);
    },
    used: (item) => change('recent', (all) => [item, ...all.filter((one) => one !== item)].slice(0, MOST_RECENT)),
    save: (fragment) => change('fragments', (all) => [...all.filter(({ id }) => id !== fragment.id), fragment]),
    rename: (id, name) => change('fragments', (all) => all.map((one) => (one.id === id ? { ...one, name } : one))),
    remove: (id) => change('fragments', (all) => all.filter((one) => one.id !== id)),
  };
}
