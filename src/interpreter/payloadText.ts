import type { Json } from '../lib/Json.ts';

/** The texts of the last few payloads: what leaves one state enters the next. A WeakMap of all would cost more than it saves. */
const values: (object | undefined)[] = [undefined, undefined, undefined, undefined];
const texts: string[] = ['', '', '', ''];
const REMEMBERED = values.length;
let oldest = 0;

/** Compact JSON of a payload; payloads are never changed in place. */
export function payloadText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  for (let i = 0; i < REMEMBERED; i++) if (values[i] === value) return texts[i] as string;
  const text = attentive > 0 ? composed(value) : noticed(value, JSON.stringify(value));
  values[oldest] = value;
  texts[oldest] = text;
  oldest = (oldest + 1) % REMEMBERED;
  return text;
}

/** From this many characters on, the text of a value is worth keeping for the payloads that it comes back in. */
const BIG = 16_384;
/** So many payloads without a big one, and nobody looks for big ones any more: small ones should not pay for it. */
const ATTENTION = 64;
/** Wider values are written as a whole. */
const MOST_MEMBERS = 64;
const bigTexts = new WeakMap<object, string>();
let attentive = 0;

function noticed(value: object, text: string): string {
  if (text.length >= BIG) {
    bigTexts.set(value, text);
    attentive = ATTENTION;
  }
  return text;
}

/**
 * A big payload that a state changes a little of is put together from the texts of what it kept. Joined with `+`, the engine
 * shares the parts: ten payloads of a megabyte hold one megabyte.
 */
function composed(value: object): string {
  attentive--;
  const known = bigTexts.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) return noticed(value, value.length <= MOST_MEMBERS ? `[${joined(value.map(part))}]` : JSON.stringify(value));
  const names = Object.keys(value);
  if (names.length > MOST_MEMBERS) return noticed(value, JSON.stringify(value));
  const object = value as { readonly [name: string]: Json };
  return noticed(value, `{${joined(names.map((name) => `${JSON.stringify(name)}:${part(object[name] as Json)}`))}}`);
}

function part(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return bigTexts.get(value) ?? noticed(value, JSON.stringify(value));
}

function joined(parts: readonly string[]): string {
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i++) text += `,${parts[i]}`;
  return text;
}
