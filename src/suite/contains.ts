import { below, type Difference } from '../lib/differences.ts';
import { equalJson } from '../lib/equalJson.ts';
import { isJsonArray, isJsonObject, member, type Json } from '../lib/Json.ts';

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
