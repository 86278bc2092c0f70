import type { Json } from '../../lib/Json.ts';

/** Thrown inside the walk only: a function is no JSON. */
class NotJson extends Error {}

/**
 * Copies what jsonata answered to plain JSON: its arrays carry marks (`sequence`, an own `push`) that neither JSON nor
 * postMessage can take. Undefined: nothing. Null as the second result: the value holds a function.
 */
export function plainResult(value: unknown): { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'nothing' | 'not-json' } {
  if (value === undefined) return { kind: 'nothing' };
  try {
    return { kind: 'value', value: plain(value) };
  } catch (error) {
    if (error instanceof NotJson) return { kind: 'not-json' };
    throw error;
  }
}

function plain(value: unknown): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value); // AWS writes "Infinity", "NaN"
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value || value instanceof RegExp) throw new NotJson();
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => (item === undefined ? null : plain(item)));
  return plainObject(value);
}

function plainObject(value: object): Json {
  const copy: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (item === undefined) continue;
    if (key === '__proto__') Object.defineProperty(copy, key, { value: plain(item), enumerable: true, configurable: true, writable: true });
    else copy[key] = plain(item);
  }
  return copy;
}
