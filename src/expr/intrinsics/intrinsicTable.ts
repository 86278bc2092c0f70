import { equalJson } from '../../lib/equalJson.ts';
import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from '../../lib/Json.ts';
import { hashText } from '../hash.ts';
import { javaRandom } from '../javaRandom.ts';
import type { Sources } from '../PathScope.ts';
import type { IntrinsicName } from './intrinsicNames.ts';

/** Undefined: the arguments do not fit, which AWS words the same way for every function. */
type Intrinsic = (args: readonly Json[], sources: Sources) => Json | undefined;

const MAX_TEXT = 10_000;
const MAX_RANGE = 1_000;

/** Half goes up, toward +∞: -1.5 is -1. Adding 0 turns -0 into 0. */
const round = (n: number): number => Math.round(n) + 0;

const isNumber = (value: Json | undefined): value is number => typeof value === 'number';
const isText = (value: Json | undefined): value is string => typeof value === 'string';

const withArray = (run: (array: JsonArray, rest: readonly Json[]) => Json | undefined, count: number): Intrinsic => (args) => {
  const [array, ...rest] = args;
  return array !== undefined && isJsonArray(array) && args.length === count ? run(array, rest) : undefined;
};
const withText = (run: (text: string, rest: readonly Json[]) => Json | undefined, count: number): Intrinsic => (args) => {
  const [text, ...rest] = args;
  return isText(text) && args.length === count ? run(text, rest) : undefined;
};
const withNumbers = (run: (numbers: readonly number[]) => Json | undefined, count: number): Intrinsic => (args) =>
  args.length === count && args.every(isNumber) ? run(args) : undefined;

function partition(array: JsonArray, size: number): Json | undefined {
  if (size < 1) return undefined;
  const chunks: Json[] = [];
  for (let i = 0; i < array.length; i += size) chunks.push(array.slice(i, i + size));
  return chunks;
}

function range([first, last, step]: readonly number[]): Json | undefined {
  const [from, to, by] = [round(first as number), round(last as number), round(step as number)];
  if (by === 0 || Math.floor((to - from) / by) + 1 > MAX_RANGE) return undefined;
  const items: number[] = [];
  for (let i = from; by > 0 ? i <= to : i >= to; i += by) items.push(i);
  return items;
}

function base64Encode(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function base64Decode(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function parseText(text: string): Json | undefined {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function random(args: readonly Json[], sources: Sources): Json | undefined {
  const [start, end, seed] = args;
  if (!isNumber(start) || !isNumber(end) || args.length > 3 || (seed !== undefined && !isNumber(seed))) return undefined;
  const [low, high] = [round(start), round(end)];
  if (high <= low) return undefined;
  return low + Math.floor((seed === undefined ? sources.random() : javaRandom(seed)) * (high - low));
}

const split = (text: string, separators: string): Json => {
  const parts: string[] = [];
  let part = '';
  for (const c of text) {
    if (!separators.includes(c)) part += c;
    else if (part !== '') {
      parts.push(part);
      part = '';
    }
  }
  return part === '' ? parts : [...parts, part];
};

/** `{}` takes the next argument; `\{` and `\}` are literal braces. The number of both must agree. */
function format(template: string, values: readonly Json[]): string | undefined {
  let taken = 0;
  const text = template.replace(/\\(.)|\{\}/gs, (whole, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    const value = values[taken++];
    return value === undefined ? whole : javaText(value);
  });
  return taken === values.length ? text : undefined;
}

/** As Java prints it: `{a=1, b=[x, y]}`; a text is not quoted. */
export function javaText(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (isJsonObject(value)) return `{${Object.entries(value).map(([key, item]) => `${key}=${javaText(item)}`).join(', ')}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function hash([data, algorithm, ...more]: readonly Json[]): Json | undefined {
  if (data === undefined || !isText(algorithm) || more.length > 0) return undefined;
  const text = isText(data) ? data : JSON.stringify(data);
  return text.length > MAX_TEXT ? undefined : hashText(text, algorithm);
}

function merge([a, b, deep, ...more]: readonly Json[]): Json | undefined {
  if (!isJsonObject(a) || !isJsonObject(b) || deep !== false || more.length > 0) return undefined;
  return { ...a, ...b } satisfies JsonObject;
}

/** Sources: asl-semantics.md section 5; each row has a recorded or documented example in the test. */
export const intrinsicTable: { readonly [name in IntrinsicName]: Intrinsic } = {
  'States.Array': (args) => [...args],
  'States.ArrayPartition': withArray((array, [size]) => (isNumber(size) ? partition(array, round(size)) : undefined), 2),
  'States.ArrayContains': withArray((array, [value]) => array.some((item) => equalJson(item, value as Json)), 2),
  'States.ArrayRange': withNumbers(range, 3),
  'States.ArrayGetItem': withArray((array, [index]) => (isNumber(index) && index >= 0 ? array[round(index)] : undefined), 2),
  'States.ArrayLength': withArray((array) => array.length, 1),
  'States.ArrayUnique': withArray((array) => array.filter((item, i) => array.findIndex((other) => equalJson(other, item)) === i), 1),
  'States.Base64Encode': withText((text) => (text.length > MAX_TEXT ? undefined : base64Encode(text)), 1),
  'States.Base64Decode': withText((text) => (text.length > MAX_TEXT ? undefined : base64Decode(text)), 1),
  'States.Hash': hash,
  'States.JsonMerge': merge,
  'States.StringToJson': withText(parseText, 1),
  'States.JsonToString': ([value, ...more]) => (value === undefined || more.length > 0 ? undefined : JSON.stringify(value)),
  'States.MathRandom': random,
  'States.MathAdd': withNumbers(([a, b]) => round(a as number) + round(b as number), 2),
  'States.StringSplit': withText((text, [separators]) => (isText(separators) ? split(text, separators) : undefined), 2),
  'States.Format': ([template, ...values]) => (isText(template) ? format(template, values) : undefined),
  'States.UUID': (args, sources) => (args.length === 0 ? sources.id() : undefined),
};
