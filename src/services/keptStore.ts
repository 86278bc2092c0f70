import { err, ok, type Result } from '../lib/Result.ts';
import { ITERATIONS, keyFor, type KeptBox, type KeptEntry, type KeptValues, newBox, openEntry, SHORTEST_PASSPHRASE, withEntry } from './keptSecrets.ts';
import type { KeyValue } from './keyValue.ts';
import { readVersioned, type Schema, written } from './versioned.ts';

/** Secrets that a person chose to keep in this browser, encrypted. The key is in memory only, from the passphrase to the next reload. */
export interface KeptStore {
  /** Connections whose secrets are kept. */
  arns(): Promise<readonly string[]>;
  /** Something is kept, and the passphrase was not given yet. */
  isLocked(): boolean;
  /** What is kept, by connection. The error is a sentence: another passphrase, or storage. */
  unlock(passphrase: string): Promise<Result<ReadonlyMap<string, KeptValues>, string>>;
  /** Needs the passphrase while locked; the first one that is given is the passphrase from then on. */
  keep(arn: string, values: KeptValues, passphrase?: string): Promise<Result<null, string>>;
  /** Needs no passphrase. Without ARNs: everything, the passphrase included. */
  forget(arns?: readonly string[]): Promise<Result<null, string>>;
}

interface Kept {
  readonly box: KeptBox | null;
}

const SCHEMA: Schema<Kept> = { what: 'The kept secrets', version: 1, migrations: {}, parse: readKept, empty: { box: null } };
const AT = 'box';
const WRONG = 'That is not the passphrase of the secrets kept in this browser. Try again, or forget them and type the secrets anew.';

export function createKeptStore(store: KeyValue, iterations = ITERATIONS): KeptStore {
  let key: CryptoKey | null = null;
  /** The box that `key` opens: another tab may have thrown it away and begun a new one. */
  let keySalt = '';
  let last: KeptBox | null = null;

  const read = async (): Promise<Result<KeptBox | null, string>> => {
    const stored = await store.get(AT);
    const kept = stored.ok ? readVersioned(SCHEMA, stored.value) : stored;
    if (!kept.ok) return err(kept.error.message);
    last = kept.value.box;
    if (last === null || last.salt !== keySalt) key = null;
    return ok(last);
  };
  const write = async (box: KeptBox | null): Promise<Result<null, string>> => {
    const saved = await store.change<never>(AT, () => ok(written(SCHEMA, { box })));
    if (!saved.ok) return err(saved.error.message);
    last = box;
    return ok(null);
  };
  const keyOf = async (box: KeptBox, passphrase: string | undefined): Promise<Result<CryptoKey, string>> => {
    if (key !== null) return ok(key);
    if (passphrase === undefined || passphrase === '') return err(box.entries.length > 0 ? 'Type the passphrase of the secrets that are kept already.' : 'Choose a passphrase.');
    if (box.entries.length === 0 && passphrase.length < SHORTEST_PASSPHRASE) return err(`Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters: it is all that protects the secrets.`);
    const made = await keyFor(passphrase, box);
    const [first] = box.entries;
    if (first !== undefined && (await openEntry(first, made)) === null) return err(WRONG);
    key = made;
    keySalt = box.salt;
    return ok(made);
  };

  return {
    async arns() {
      const box = await read();
      return box.ok ? (box.value?.entries ?? []).map(({ arn }) => arn) : [];
    },
    isLocked: () => last !== null && last.entries.length > 0 && key === null,
    async unlock(passphrase) {
      const box = await read();
      if (!box.ok) return box;
      if (box.value === null) return ok(new Map());
      const made = await keyOf(box.value, passphrase);
      if (!made.ok) return made;
      const opened = new Map<string, KeptValues>();
      for (const entry of box.value.entries) {
        const values = await openEntry(entry, made.value);
        if (values !== null) opened.set(entry.arn, values);
      }
      return ok(opened);
    },
    async keep(arn, values, passphrase) {
      const stored = await read();
      if (!stored.ok) return stored;
      const box = stored.value ?? newBox(iterations);
      const made = await keyOf(box, passphrase);
      return made.ok ? write(await withEntry(box, made.value, arn, values)) : made;
    },
    async forget(arns) {
      const box = await read();
      if (!box.ok && arns !== undefined) return box;
      const left = box.ok && arns !== undefined ? (box.value?.entries ?? []).filter((entry) => !arns.includes(entry.arn)) : [];
      if (left.length > 0 && box.ok && box.value !== null) return write({ ...box.value, entries: left });
      key = null;
      return write(null);
    },
  };
}

type Members = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEntry = (value: unknown): value is KeptEntry => isObject(value) && (['arn', 'iv', 'data'] as const).every((part) => typeof value[part] === 'string');

/** A number of rounds that somebody else wrote could stop the page for hours. */
const MOST_ITERATIONS = 10_000_000;
const isBox = (value: unknown): value is KeptBox =>
  isObject(value) && typeof value['salt'] === 'string' && typeof value['iterations'] === 'number' && value['iterations'] > 0 && value['iterations'] <= MOST_ITERATIONS &&
  Array.isArray(value['entries']) && value['entries'].every(isEntry);

function readKept(data: unknown): Kept | null {
  if (!isObject(data)) return null;
  const { box } = data;
  return box === null || isBox(box) ? { box } : null;
}
