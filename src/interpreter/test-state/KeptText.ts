import type { Json } from '../../lib/Json.ts';

/**
 * AWS hands an untouched payload through with its own spelling and writes compact JSON for what it extracted or built.
 * Objects and arrays are known by identity: a path `$` gives the very same value, everything else another one.
 */
export class KeptText {
  readonly #texts = new WeakMap<object, string>();

  keep(value: Json, text: string): void {
    if (typeof value === 'object' && value !== null) this.#texts.set(value, text);
  }

  text(value: Json): string {
    return (typeof value === 'object' && value !== null ? this.#texts.get(value) : undefined) ?? JSON.stringify(value);
  }
}
