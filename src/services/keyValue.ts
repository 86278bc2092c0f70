import { createStore, promisifyRequest } from 'idb-keyval';
import { err, ok, type Result } from '../lib/Result.ts';
import { storageProblem, type StorageProblem } from './storageProblem.ts';

/** A small store of plain data. Every call answers a value; `change` is atomic, also between tabs. */
export interface KeyValue {
  get(key: string): Promise<Result<unknown, StorageProblem>>;
  /** Pairs whose key begins with `prefix`, in key order. */
  list(prefix: string): Promise<Result<readonly (readonly [string, unknown])[], StorageProblem>>;
  /** Writes all or nothing; `undefined` removes. */
  put(entries: readonly (readonly [string, unknown])[]): Promise<Result<null, StorageProblem>>;
  /** Reads, changes and writes in one transaction. A refusal of `change` leaves the stored value as it is. */
  change<E>(key: string, change: (stored: unknown) => Result<unknown, E>): Promise<Result<null, StorageProblem | E>>;
}

/** IndexedDB. `name` is the database; drafts and the person's own store are kept apart so that one can be cleared alone. */
export function createKeyValue(name: string): KeyValue {
  // Opened at the first call: where storage is blocked, even naming `indexedDB` may throw, and that is an answer, not a crash.
  let opened: ReturnType<typeof createStore> | null = null;
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<Result<T, StorageProblem>> => {
    try {
      opened ??= createStore(name, 'data');
      return ok(await opened(mode, work));
    } catch (thrown) {
      opened = null;
      return err(storageProblem(thrown));
    }
  };
  return {
    get: (key) => run('readonly', (store) => promisifyRequest<unknown>(store.get(key))),
    list: (prefix) => run('readonly', (store) => listPairs(store, prefix)),
    put: (entries) =>
      run('readwrite', async (store) => {
        for (const [key, value] of entries) value === undefined ? store.delete(key) : store.put(value, key);
        await promisifyRequest(store.transaction);
        return null;
      }),
    async change(key, change) {
      const done = await run('readwrite', (store) => changeOne(store, key, change));
      return done.ok ? done.value : done;
    },
  };
}

async function listPairs(store: IDBObjectStore, prefix: string): Promise<readonly (readonly [string, unknown])[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await Promise.all([promisifyRequest(store.getAllKeys(range)), promisifyRequest<unknown[]>(store.getAll(range))]);
  // Only texts are ever used as keys here.
  return keys.map((key, index) => [typeof key === 'string' ? key : '', values[index]] as const);
}

/** The callback runs inside the read's success event: a transaction ends as soon as nothing is asked of it. */
function changeOne<E>(store: IDBObjectStore, key: string, change: (stored: unknown) => Result<unknown, E>): Promise<Result<null, E>> {
  return new Promise((resolve, reject) => {
    const read = store.get(key);
    let answer: Result<null, E> = ok(null);
    read.onsuccess = () => {
      const changed = change(read.result);
      if (!changed.ok) answer = changed;
      else if (changed.value === undefined) store.delete(key);
      else store.put(changed.value, key);
    };
    store.transaction.oncomplete = () => resolve(answer);
    store.transaction.onabort = store.transaction.onerror = () => reject(store.transaction.error ?? read.error);
  });
}
