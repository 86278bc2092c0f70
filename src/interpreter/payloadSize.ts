import type { Json } from '../lib/Json.ts';
import type { StatesError } from './failure.ts';
import { payloadText } from './payloadText.ts';

/** UTF-8 bytes of a payload's compact JSON against the limit. Small payloads are never written out for it. */
export function exceedsBytes(value: Json, limit: number): boolean {
  if (limit === Number.POSITIVE_INFINITY || typeof value === 'number' || typeof value === 'boolean' || value === null) return false;
  look = MOST_VALUES;
  if (left(value, limit) >= 0) return false;
  const written = payloadText(value);
  if (written.length > limit) return true;
  return written.length * 3 > limit && new TextEncoder().encode(written).length > limit;
}

/** UTF-8 bytes of a value's compact JSON, quotes included: what AWS counts. */
export function payloadBytes(value: Json): number {
  const text = payloadText(value);
  return text.length < 128 && /^\p{ASCII}*$/u.test(text) ? text.length : new TextEncoder().encode(text).length;
}

/** How many values are looked at before the payload is written out instead: that is faster than looking at many. */
const MOST_VALUES = 200;
let look = 0;

/** What is at least left of the bytes after the value; below zero: it may not fit. */
function left(value: Json, bytes: number): number {
  if (--look < 0) return -1;
  // A character is at most three bytes of UTF-8, or six of an escape.
  if (typeof value === 'string') return bytes - 6 * value.length - 2;
  if (typeof value !== 'object' || value === null) return bytes - 25;
  let rest = bytes - 2;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && rest >= 0; i++) rest = left(value[i] as Json, rest - 1);
    return rest;
  }
  const object = value as { readonly [name: string]: Json };
  for (const name in object) {
    if (rest < 0) return rest;
    rest = left(object[name] as Json, rest - 6 * name.length - 4);
  }
  return rest;
}

/** `name`: the ARN of a function, the service of an integration, or the state's own name. */
export const dataLimitExceeded = (name: string): StatesError => ({
  error: 'States.DataLimitExceeded',
  cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
});
