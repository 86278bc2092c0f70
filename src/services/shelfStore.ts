import type { QueryLanguage } from '../asl/names.ts';
import { ok, type Result } from '../lib/Result.ts';
import type { KeyValue } from './keyValue.ts';
import type { StorageProblem } from './storageProblem.ts';
import { readVersioned, written, type Schema } from './versioned.ts';

/** States that a person kept under a name, to put them into other workflows. */
export interface Fragment {
  readonly id: string;
  readonly name: string;
  /** An object of states by name, as `copyStates` writes it and `pasteStates` takes it. */
  readonly text: string;
  readonly language: QueryLanguage;
}

/** What a person has put aside in the palette. Items are named by their ids. */
export interface Shelf {
  readonly favourites: readonly string[];
  /** Newest first. */
  readonly recent: readonly string[];
  readonly fragments: readonly Fragment[];
}

export interface ShelfStore {
  /** A part that cannot be read comes back empty, with a problem that holds what was kept aside. */
  load(): Promise<{ readonly shelf: Shelf; readonly problems: readonly StorageProblem[] }>;
  /** The same change as in memory: another tab may have made others. */
  change<P extends keyof Shelf>(part: P, next: (data: Shelf[P]) => Shelf[P]): Promise<Result<null, StorageProblem>>;
}

export const emptyShelf: Shelf = { favourites: [], recent: [], fragments: [] };

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = (data: unknown): readonly string[] | null => (Array.isArray(data) && data.every(isText) ? data : null);
const isFragment = (value: unknown): value is Fragment =>
  typeof value === 'object' && value !== null && ['id', 'name', 'text'].every((part) => isText((value as { readonly [part: string]: unknown })[part])) && 'language' in value && (value.language === 'JSONata' || value.language === 'JSONPath');
const fragments = (data: unknown): readonly Fragment[] | null => (Array.isArray(data) && data.every(isFragment) ? data : null);

const SCHEMAS: { readonly [P in keyof Shelf]: Schema<Shelf[P]> } = {
  favourites: { what: 'The starred items of the palette', version: 1, migrations: {}, parse: texts, empty: [] },
  recent: { what: 'The recently used items of the palette', version: 1, migrations: {}, parse: texts, empty: [] },
  fragments: { what: 'Your own patterns', version: 1, migrations: {}, parse: fragments, empty: [] },
};

export function createShelfStore(store: KeyValue): ShelfStore {
  const read = async <P extends keyof Shelf>(part: P, problems: StorageProblem[]): Promise<Shelf[P]> => {
    const stored = await store.get(part);
    const data = stored.ok ? readVersioned(SCHEMAS[part], stored.value) : stored;
    if (data.ok) return data.value;
    problems.push(stored.ok && data.error.kind === 'corrupt' ? await keepAside(store, part, stored.value, data.error) : data.error);
    return emptyShelf[part];
  };
  return {
    async load() {
      const problems: StorageProblem[] = [];
      return { shelf: { favourites: await read('favourites', problems), recent: await read('recent', problems), fragments: await read('fragments', problems) }, problems };
    },
    change: (part, next) =>
      store.change(part, (stored) => {
        const data = readVersioned(SCHEMAS[part], stored);
        return data.ok ? ok(written(SCHEMAS[part], next(data.value))) : data;
      }),
  };
}

/** What cannot be read moves out of the way, so that the next save does not write over it. */
async function keepAside(store: KeyValue, part: keyof Shelf, stored: unknown, problem: StorageProblem): Promise<StorageProblem> {
  await store.put([[`aside:${part}`, stored], [part, undefined]]);
  return { ...problem, kept: { fileName: `asl-studio-${part}.json`, text: JSON.stringify(stored, null, 2) ?? String(stored) } };
}
