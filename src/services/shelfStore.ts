import type { QueryLanguage } from '../asl/names.ts';
import type { Result } from '../lib/Result.ts';
import type { KeyValue } from './keyValue.ts';
import type { StorageProblem } from './storageProblem.ts';
import type { Schema } from './versioned.ts';
import { changePart, readPart } from './versionedParts.ts';

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

export const createShelfStore = (store: KeyValue): ShelfStore => ({
  async load() {
    const problems: StorageProblem[] = [];
    const read = <P extends keyof Shelf>(part: P): Promise<Shelf[P]> => readPart(store, part, SCHEMAS[part], problems);
    return { shelf: { favourites: await read('favourites'), recent: await read('recent'), fragments: await read('fragments') }, problems };
  },
  change: (part, next) => changePart(store, part, SCHEMAS[part], next),
});
