import { isJsonArray, isJsonObject, objectOf, type Json, type JsonObject } from '../lib/Json.ts';
import { encodePairs, joinPairs, type ArrayFormat } from './encodeForm.ts';
import { MASK } from './mask.ts';
import { HAS_PUNCTUATION, percentEncode } from './percentEncode.ts';
import type { PreparedBody } from './prepared.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

export interface EncodedBody {
  readonly body: PreparedBody | null;
  readonly notes: readonly string[];
}

/** The merged body as text. `connectionKeys` are the top-level members that came from the connection. Source: http-task.md section 5. */
export function encodeBody(value: Json | undefined, encoding: 'NONE' | 'URL_ENCODED', format: ArrayFormat, connectionKeys: readonly string[]): EncodedBody {
  if (value === undefined) return { body: null, notes: [] };
  if (isJsonObject(value)) return encoding === 'NONE' ? jsonBody(value, connectionKeys) : formBody(value, format, connectionKeys);
  const plain = (text: string, kind: PreparedBody['encoding'], note?: string): EncodedBody =>
    ({ body: { text, publicText: text, encoding: kind, pairs: [], connectionKeys: [] }, notes: note === undefined ? [] : [note] });
  // A string is sent raw, without quotes: recorded for NONE.
  if (typeof value === 'string') return encoding === 'NONE' ? plain(value, 'text') : plain(percentEncode(value), 'form', UNCONFIRMED.formText);
  return encoding === 'NONE'
    ? plain(JSON.stringify(value), 'json', UNCONFIRMED.bodyNotObject)
    : plain(isJsonArray(value) ? joinPairs(encodePairs(objectOf([['', value]]), format, () => 'definition')) : percentEncode(JSON.stringify(value)), 'form', UNCONFIRMED.formScalar);
}

function jsonBody(value: JsonObject, connectionKeys: readonly string[]): EncodedBody {
  const text = JSON.stringify(value);
  const shown = objectOf(Object.entries(value).map(([key, one]) => [key, connectionKeys.includes(key) ? MASK : one] as const));
  return { body: { text, publicText: JSON.stringify(shown), encoding: 'json', pairs: [], connectionKeys }, notes: [] };
}

function formBody(value: JsonObject, format: ArrayFormat, connectionKeys: readonly string[]): EncodedBody {
  const pairs = encodePairs(value, format, (key) => (connectionKeys.includes(key) ? 'connection' : 'definition'));
  const publicText = pairs.map((pair) => `${pair.name}=${pair.secret ? MASK : pair.value}`).join('&');
  return { body: { text: joinPairs(pairs), publicText, encoding: 'form', pairs, connectionKeys }, notes: formNotes(value) };
}

function formNotes(value: Json): readonly string[] {
  const notes = new Set<string>();
  const look = (one: Json, inArray: boolean): void => {
    if (one === null) notes.add(UNCONFIRMED.formNull);
    if (typeof one === 'string' && HAS_PUNCTUATION.test(one)) notes.add(UNCONFIRMED.punctuation);
    if (inArray && typeof one === 'object' && one !== null) notes.add(UNCONFIRMED.formNested);
    if (isJsonArray(one)) one.forEach((element) => look(element, true));
    else if (isJsonObject(one)) Object.entries(one).forEach(([key, child]) => { look(key, false); look(child, false); });
  };
  look(value, false);
  return [...notes];
}
