import { equalJson } from '../lib/equalJson.ts';
import { isJsonArray, isJsonObject, member, type Json } from '../lib/Json.ts';

/** Where two values differ: `expected` alone is missing, `actual` alone is too much. */
export interface Difference {
  /** `$.items[0].price` */
  readonly path: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

const SIMPLE = /^[A-Za-z_][\w-]*$/;
const below = (path: string, key: string): string => (SIMPLE.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`);

/** Every place where `actual` is not `expected`; the order of members does not matter. */
export function differences(expected: Json, actual: Json, path = '$'): readonly Difference[] {
  if (equalJson(expected, actual)) return [];
  if (isJsonObject(expected) && isJsonObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) => between(member(expected, key), member(actual, key), below(path, key)));
  }
  if (isJsonArray(expected) && isJsonArray(actual)) {
    return Array.from({ length: Math.max(expected.length, actual.length) }, (_, i) => between(expected[i], actual[i], `${path}[${i}]`)).flat();
  }
  return [{ path, expected, actual }];
}

function between(expected: Json | undefined, actual: Json | undefined, path: string): readonly Difference[] {
  if (expected === undefined) return actual === undefined ? [] : [{ path, actual }];
  return actual === undefined ? [{ path, expected }] : differences(expected, actual, path);
}

/**
 * What of `expected` is not in `actual`. Members that `expected` does not name may be there; each item of a list must be found in the
 * list, in that order.
 */
export function missing(expected: Json, actual: Json, path = '$'): readonly Difference[] {
  if (isJsonObject(expected) && isJsonObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) => {
      const found = member(actual, key);
      return found === undefined ? [{ path: below(path, key), expected: value }] : missing(value, found, below(path, key));
    });
  }
  if (!isJsonArray(expected) || !isJsonArray(actual)) return equalJson(expected, actual) ? [] : [{ path, expected, actual }];
  let from = 0;
  for (const [i, item] of expected.entries()) {
    const at = actual.findIndex((one, index) => index >= from && contains(item, one));
    // Lists of one length are most likely meant item by item: say which member it is.
    if (at < 0) return expected.length === actual.length ? missing(item, actual[i] as Json, `${path}[${i}]`) : [{ path: `${path}[${i}]`, expected: item }];
    from = at + 1;
  }
  return [];
}

export const contains = (expected: Json, actual: Json): boolean => missing(expected, actual).length === 0;
