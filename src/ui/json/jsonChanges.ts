import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import type { PathSegment } from './valuePath.ts';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly at: readonly PathSegment[];
  readonly before?: Json;
  readonly after?: Json;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** There are more than are listed. */
  readonly more: boolean;
}

const MOST = 100;

/** What became of a value: the smallest parts that differ, in the order of the newer value. A stack of our own: values nest deeper than calls. */
export function jsonChanges(before: Json, after: Json, most = MOST): Changes {
  const changes: Change[] = [];
  const pending: { readonly at: readonly PathSegment[]; readonly before: Json | undefined; readonly after: Json | undefined }[] = [{ at: [], before, after }];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const { at } = pair;
    const children = pair.before === pair.after ? [] : childrenOf(pair.before, pair.after);
    if (children !== null) pending.push(...children.map(([key, old, now]) => ({ at: [...at, key], before: old, after: now })).toReversed());
    else if (changes.length === most) return { changes, more: true };
    else changes.push(changeOf(at, pair.before, pair.after));
  }
  return { changes, more: false };
}

function changeOf(at: readonly PathSegment[], before: Json | undefined, after: Json | undefined): Change {
  if (after === undefined) return { kind: 'removed', at, ...(before === undefined ? {} : { before }) };
  return before === undefined ? { kind: 'added', at, after } : { kind: 'changed', at, before, after };
}

/** Pairs to look into; null: the two differ as a whole. */
function childrenOf(before: Json | undefined, after: Json | undefined): readonly (readonly [PathSegment, Json | undefined, Json | undefined])[] | null {
  if (isJsonArray(before) && isJsonArray(after)) return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => [at, before[at], after[at]] as const);
  if (!isJsonObject(before) || !isJsonObject(after)) return null;
  const own = (object: { readonly [key: string]: Json }, key: string): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);
  const [left, kept] = [Object.keys(before).filter((key) => !Object.hasOwn(after, key)), Object.keys(after)];
  // Nothing in common: one was put in the place of the other.
  if (kept.length > 0 && left.length > 0 && left.length === Object.keys(before).length) return null;
  return [...left, ...kept].map((key) => [key, own(before, key), own(after, key)] as const);
}
