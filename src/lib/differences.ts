import { equalJson } from './equalJson.ts';
import { isJsonArray, isJsonObject, member, type Json } from './Json.ts';

/** Where two values differ: `expected` alone is missing, `actual` alone is too much. */
export interface Difference {
  /** `$.items[0].price` */
  readonly path: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

const SIMPLE = /^[A-Za-z_][\w-]*$/;
/** The path of a member. */
export const below = (path: string, key: string): string => (SIMPLE.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`);

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
