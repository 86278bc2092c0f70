import { ok, type Result } from '../lib/Result.ts';
import type { KeyValue } from './keyValue.ts';
import type { StorageProblem } from './storageProblem.ts';
import { readVersioned, written, type Schema } from './versioned.ts';

/** One part of a store. What cannot be read comes back empty, and `problems` gets what was kept aside. */
export async function readPart<T>(store: KeyValue, part: string, schema: Schema<T>, problems: StorageProblem[]): Promise<T> {
  const stored = await store.get(part);
  const data = stored.ok ? readVersioned(schema, stored.value) : stored;
  if (data.ok) return data.value;
  problems.push(stored.ok && data.error.kind === 'corrupt' ? await keepAside(store, part, stored.value, data.error) : data.error);
  return schema.empty;
}

/** Read, changed and written in one step, since another tab may write too. */
export const changePart = <T>(store: KeyValue, part: string, schema: Schema<T>, next: (data: T) => T): Promise<Result<null, StorageProblem>> =>
  store.change(part, (stored) => {
    const data = readVersioned(schema, stored);
    return data.ok ? ok(written(schema, next(data.value))) : data;
  });

/** What cannot be read moves out of the way, so that the next save does not write over it. */
async function keepAside(store: KeyValue, part: string, stored: unknown, problem: StorageProblem): Promise<StorageProblem> {
  await store.put([
    [`aside:${part}`, stored],
    [part, undefined],
  ]);
  return { ...problem, kept: { fileName: `asl-studio-${part}.json`, text: JSON.stringify(stored, null, 2) ?? String(stored) } };
}
