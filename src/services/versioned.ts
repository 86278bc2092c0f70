import { err, ok, type Result } from '../lib/Result.ts';
import type { StorageProblem } from './storageProblem.ts';

/** Stored data carries a version; a migration per version brings older data up, one step at a time. */
export interface Schema<T> {
  /** As a sentence begins with it: `Your connections`. */
  readonly what: string;
  readonly version: number;
  /** `migrations[1]` turns data of version 1 into data of version 2. */
  readonly migrations: { readonly [from: number]: (data: unknown) => unknown };
  /** Null where the data is not what this version writes. */
  readonly parse: (data: unknown) => T | null;
  readonly empty: T;
}

export interface Versioned {
  readonly version: number;
  readonly data: unknown;
}

export const written = <T>(schema: Schema<T>, data: T): Versioned => ({ version: schema.version, data });

/** Nothing stored is `empty`. Data of a newer version is never read and never written over. */
export function readVersioned<T>(schema: Schema<T>, stored: unknown): Result<T, StorageProblem> {
  if (stored === undefined) return ok(schema.empty);
  if (!isVersioned(stored)) return err(corrupt(schema.what));
  if (stored.version > schema.version) {
    return err({ kind: 'newer', message: `${schema.what} were saved by a newer ASL Studio than this page. Reload the page; nothing has been changed.` });
  }
  let data: unknown = stored.data;
  for (let version = stored.version; version < schema.version; version++) {
    const migrate = schema.migrations[version];
    if (migrate === undefined) return err(corrupt(schema.what));
    data = migrate(data);
  }
  const parsed = schema.parse(data);
  return parsed === null ? err(corrupt(schema.what)) : ok(parsed);
}

const corrupt = (what: string): StorageProblem => ({
  kind: 'corrupt',
  message: `${what} in this browser cannot be read: the stored data is damaged. It was kept aside; download it, then go on with an empty list.`,
});

function isVersioned(value: unknown): value is Versioned {
  return typeof value === 'object' && value !== null && 'version' in value && 'data' in value && Number.isInteger(value.version);
}
