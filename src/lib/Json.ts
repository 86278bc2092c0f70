export type JsonPrimitive = null | boolean | number | string;
export type JsonArray = readonly Json[];
export type JsonObject = { readonly [key: string]: Json };
/** Plain JSON, the projection that evaluation works on. Key order and number spellings live in the tree only. */
export type Json = JsonPrimitive | JsonArray | JsonObject;

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonArray = (value: Json | undefined): value is JsonArray => Array.isArray(value);

/** Own members only: a document may have members named `constructor` or `__proto__`. */
export const member = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Builds an object whose members may have any name, `__proto__` included. */
export function objectOf(entries: Iterable<readonly [string, Json]>): JsonObject {
  const object: Record<string, Json> = {};
  for (const [key, value] of entries) {
    if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    else object[key] = value;
  }
  return object;
}
