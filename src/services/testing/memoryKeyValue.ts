import { err, ok } from '../../lib/Result.ts';
import type { KeyValue } from '../keyValue.ts';
import { storageProblem, type StorageProblem } from '../storageProblem.ts';

/** The memory twin of IndexedDB: copies what goes in and out, as a database does. */
export interface MemoryKeyValue extends KeyValue {
  readonly data: Map<string, unknown>;
  /** From now on every write fails as a browser's would: `QuotaExceededError` …; null heals it. */
  failWritesWith(name: string | null): void;
}

export function memoryKeyValue(initial: Iterable<readonly [string, unknown]> = []): MemoryKeyValue {
  const data = new Map<string, unknown>(initial);
  let failure: StorageProblem | null = null;
  const write = (key: string, value: unknown): void => {
    if (value === undefined) data.delete(key);
    else data.set(key, structuredClone(value));
  };
  return {
    data,
    failWritesWith(name) {
      failure = name === null ? null : storageProblem(new DOMException('refused', name));
    },
    get: async (key) => ok(structuredClone(data.get(key))),
    list: async (prefix) =>
      ok([...data].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, structuredClone(value)] as const)),
    async put(entries) {
      if (failure) return err(failure);
      for (const [key, value] of entries) write(key, value);
      return ok(null);
    },
    async change(key, change) {
      if (failure) return err(failure);
      const changed = change(structuredClone(data.get(key)));
      if (!changed.ok) return changed;
      write(key, changed.value);
      return ok(null);
    },
  };
}
