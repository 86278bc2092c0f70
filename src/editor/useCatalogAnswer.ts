import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { CatalogReader } from '../catalog/createCatalogReader.ts';

export type LoadCatalog = () => Promise<CatalogReader>;
/** The catalog beside the page, fetched when something first asks it. */
export const CatalogContext = createContext<LoadCatalog>(async () => (await import('../services/pageCatalog.ts')).pageCatalog());

/** What a catalog has answered so far, by question; null: it does not know, or could not be had. */
interface Answers {
  readonly known: Map<string, unknown>;
  readonly asking: Set<string>;
  readonly listeners: Set<() => void>;
}
const answersOf = new WeakMap<LoadCatalog, Answers>();

function answersFrom(load: LoadCatalog): Answers {
  let answers = answersOf.get(load);
  if (!answers) answersOf.set(load, (answers = { known: new Map(), asking: new Set(), listeners: new Set() }));
  return answers;
}

/** Asks once; what could not be answered is asked again by whoever needs it next. */
async function ask<T>(load: LoadCatalog, key: string, question: (reader: CatalogReader) => Promise<T | undefined>): Promise<void> {
  const { known, asking, listeners } = answersFrom(load);
  if (asking.has(key) || (known.get(key) ?? null) !== null) return;
  asking.add(key);
  const answer = await load().then(question).catch(() => undefined);
  asking.delete(key);
  if (known.has(key) && answer === undefined) return;
  known.set(key, answer ?? null);
  for (const listener of listeners) listener();
}

/** An answer of the catalog: undefined until it has come, null where there is none. `key` names the question; null asks nothing. */
export function useCatalogAnswer<T extends object>(key: string | null, question: (reader: CatalogReader) => Promise<T | undefined>): T | null | undefined {
  const load = use(CatalogContext);
  const { known, listeners } = answersFrom(load);
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  // The key says which question was asked, so the answer is of the question's type.
  const answer = useSyncExternalStore(listen, () => (key === null ? null : known.get(key))) as T | null | undefined;
  useEffect(() => {
    if (key !== null) void ask(load, key, question);
    // The question is a new function each time; its key stays.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [load, key]);
  return answer;
}
