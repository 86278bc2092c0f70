import { isJsonArray, isJsonObject, objectOf, type JsonObject } from '../lib/Json.ts';
import { encodePairs } from './encodeForm.ts';
import { MASK } from './mask.ts';
import { shownValue } from './merge.ts';
import { HAS_PUNCTUATION } from './percentEncode.ts';
import type { Overridden, PreparedPair } from './prepared.ts';
import { UNCONFIRMED } from './unconfirmed.ts';

export interface ConnectionPair {
  readonly key: string;
  readonly value: string;
}

/** Pairs that stand in `ApiEndpoint` itself; every piece between `&` counts, so that joining gives the same text again. */
function endpointPairs(search: string): readonly (PreparedPair & { readonly bare: boolean })[] {
  if (search.length <= 1) return [];
  return search.slice(1).split('&').map((piece) => {
    const at = piece.indexOf('=');
    return { name: at < 0 ? piece : piece.slice(0, at), value: at < 0 ? '' : piece.slice(at + 1), bare: at < 0, origin: 'definition', secret: false };
  });
}

export interface EncodedQuery {
  readonly pairs: readonly PreparedPair[];
  /** With the leading `?`, or empty. */
  readonly search: string;
  /** What the connection contributed is masked. */
  readonly publicSearch: string;
  readonly notes: readonly string[];
  readonly overridden: readonly Overridden[];
}

/**
 * The merged query: the endpoint's own, then the task's parameters that the connection does not set, then the connection's in
 * its order. Source: http-task.md sections 4 and 5.
 */
export function encodeQuery(endpointSearch: string, task: JsonObject, connection: readonly ConnectionPair[]): EncodedQuery {
  const overridden = new Set(connection.map(({ key }) => key));
  const kept = objectOf(Object.entries(task).filter(([key]) => !overridden.has(key)));
  const own = endpointPairs(endpointSearch);
  const pairs: readonly (PreparedPair & { readonly bare?: boolean })[] = [
    ...own,
    ...encodePairs(kept, 'REPEAT', () => 'definition'),
    ...connection.flatMap(({ key, value }) => encodePairs(objectOf([[key, value]]), 'REPEAT', () => 'connection')),
  ];
  const text = (shown: (pair: PreparedPair) => string) =>
    pairs.length === 0 ? '' : `?${pairs.map((pair) => (pair.bare ? pair.name : `${pair.name}=${shown(pair)}`)).join('&')}`;
  return {
    pairs: pairs.map(({ name, value, origin, secret }) => ({ name, value, origin, secret })),
    search: text((pair) => pair.value),
    publicSearch: text((pair) => (pair.secret ? MASK : pair.value)),
    notes: queryNotes(own.length > 0 && pairs.length > own.length, kept),
    overridden: Object.entries(task).flatMap(([name, value]) =>
      overridden.has(name) ? [{ part: 'query', name, definitionValue: shownValue(value), by: 'connection' } as const] : []),
  };
}

function queryNotes(joined: boolean, task: JsonObject): readonly string[] {
  const values = Object.values(task);
  return [
    ...(joined ? [UNCONFIRMED.endpointQuery] : []),
    ...(values.some(isJsonArray) ? [UNCONFIRMED.queryArray] : []),
    ...(values.some(isJsonObject) ? [UNCONFIRMED.queryObject] : []),
    ...(values.includes(null) ? [UNCONFIRMED.queryNull] : []),
    ...(HAS_PUNCTUATION.test(JSON.stringify(task)) ? [UNCONFIRMED.punctuation] : []),
  ];
}
