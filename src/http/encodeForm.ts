import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../lib/Json.ts';
import { percentEncode } from './percentEncode.ts';
import type { Origin, PreparedPair } from './prepared.ts';

export type ArrayFormat = 'INDICES' | 'REPEAT' | 'COMMAS' | 'BRACKETS';

type Pair = readonly [name: string, value: string];

/** How the name of an array's element is written under each format; `COMMAS` has no elements of its own. */
const ELEMENT_NAME: Record<Exclude<ArrayFormat, 'COMMAS'>, (name: string, index: number) => string> = {
  INDICES: (name, index) => `${name}[${index}]`,
  REPEAT: (name) => name,
  BRACKETS: (name) => `${name}[]`,
};

// unconfirmed: null as an empty value. Booleans and numbers are their JSON text (recorded).
const scalarText = (value: Json): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

function* pairsOf(name: string, value: Json, format: ArrayFormat): Generator<Pair> {
  if (isJsonObject(value)) {
    // Always `parent[child]`, whatever the array format: recorded.
    for (const [key, child] of Object.entries(value)) yield* pairsOf(name === '' ? key : `${name}[${key}]`, child, format);
  } else if (!isJsonArray(value)) {
    yield [name, scalarText(value)];
  } else if (format === 'COMMAS') {
    yield [name, value.map(scalarText).join(',')];
  } else {
    // unconfirmed: elements that are objects or arrays themselves go on in the same pattern.
    for (const [index, element] of value.entries()) yield* pairsOf(ELEMENT_NAME[format](name, index), element, format);
  }
}

/**
 * Name-value pairs of an object, percent-encoded, in key order. `originOf` says who contributed a top-level key.
 * Source: http-task.md section 5.
 */
export function encodePairs(object: JsonObject, format: ArrayFormat, originOf: (key: string) => Origin): readonly PreparedPair[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const origin = originOf(key);
    return [...pairsOf(key, value, format)].map(([name, text]) => ({
      name: percentEncode(name), value: percentEncode(text), origin, secret: origin === 'connection',
    }));
  });
}

export const joinPairs = (pairs: readonly PreparedPair[]): string => pairs.map(({ name, value }) => `${name}=${value}`).join('&');
