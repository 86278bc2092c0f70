import { base64FromText, binaryFromBytes, bytesFromBinary } from '../lib/base64.ts';
import type { Exchange, ReceivedResponse, SendFailure, SentRequest } from './exchange.ts';
import { MASK } from './mask.ts';
import { percentEncode } from './percentEncode.ts';
import type { PreparedRequest } from './prepared.ts';

/** Shorter ones are in every text by chance, and masking them would only say which letters they are. */
const SHORTEST_MASKED = 3;

/** Every spelling under which a server may hand a value back, the longest first. */
export function spellingsOf(secretValues: readonly string[]): readonly string[] {
  const spellings = new Set<string>();
  for (const value of secretValues) {
    if (value.length < SHORTEST_MASKED) continue;
    const encoded = percentEncode(value);
    const base64 = base64FromText(value);
    const json = JSON.stringify(value).slice(1, -1);
    const url = base64.replaceAll('+', '-').replaceAll('/', '_');
    for (const spelling of [
      value, json, json.replaceAll('/', '\\/'), JSON.stringify(json).slice(1, -1), htmlEscaped(value), encoded, encoded.replace(/%../g, (hex) => hex.toLowerCase()),
      encoded.replaceAll('%20', '+'), encoded.replace(/%(21|27|28|29|2A)/g, (hex) => decodeURIComponent(hex)),
      base64, base64.replace(/=+$/, ''), url, url.replace(/=+$/, ''), percentEncode(base64),
    ]) spellings.add(spelling);
  }
  return [...spellings].sort((one, other) => other.length - one.length);
}

const htmlEscaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;');

/** Masks secret values in any text: raw, JSON-escaped, URL-encoded, base64. */
export function maskSecrets(text: string, secretValues: readonly string[]): string {
  return spellingsOf(secretValues).reduce((masked, spelling) => masked.replaceAll(spelling, MASK), text);
}

/**
 * The exchange as it may be kept in history and lists: the connection's parts masked by origin where they were sent, and
 * secret values masked where the server echoed them.
 */
export function redactExchange(exchange: Exchange, prepared: PreparedRequest): Exchange {
  const secrets = prepared.secretValues ?? connectionValues(prepared);
  const hide = (text: string) => maskSecrets(text, secrets);
  return {
    ...exchange,
    request: redactRequest(exchange.request, prepared, hide),
    ...(exchange.response === undefined ? {} : { response: redactResponse(exchange.response, secrets) }),
    ...(exchange.failure === undefined ? {} : { failure: redactFailure(exchange.failure, hide) }),
  };
}

/** Where nothing says which values are secret, all of the connection's count as such. */
const connectionValues = (prepared: PreparedRequest): readonly string[] => [
  ...prepared.headers.filter(({ origin }) => origin === 'connection').map(({ value }) => value),
  ...[...prepared.query, ...(prepared.body?.pairs ?? [])].filter(({ origin }) => origin === 'connection').map(({ value }) => value),
];

function redactRequest(request: SentRequest, prepared: PreparedRequest, hide: (text: string) => string): SentRequest {
  const own = new Set(prepared.headers.filter(({ origin }) => origin === 'connection').map(({ name, value }) => `${name.toLowerCase()}: ${value}`));
  return {
    ...request,
    url: prepared.publicUrl,
    sentTo: hide(sentToPublicly(request.sentTo, prepared)),
    headers: request.headers.map((text, at) => {
      if (at % 2 === 0) return text;
      return own.has(`${request.headers[at - 1]?.toLowerCase()}: ${text}`) ? MASK : hide(text);
    }),
    body: request.body === null || prepared.body === null ? null : new TextEncoder().encode(hide(prepared.body.publicText)),
  };
}

/** The host mapping keeps path and query, so the query that went there is the prepared one. */
function sentToPublicly(sentTo: string, prepared: PreparedRequest): string {
  const queryAt = sentTo.indexOf('?');
  if (queryAt < 0) return sentTo;
  const publicAt = prepared.publicUrl.indexOf('?');
  return sentTo.slice(0, queryAt) + (publicAt < 0 ? '' : prepared.publicUrl.slice(publicAt));
}

const redactFailure = (failure: SendFailure, hide: (text: string) => string): SendFailure => ({ ...failure, message: hide(failure.message) });

function redactResponse(response: ReceivedResponse, secrets: readonly string[]): ReceivedResponse {
  return {
    ...response,
    statusText: maskSecrets(response.statusText, secrets),
    headers: response.headers.map((text, at) => (at % 2 === 0 ? text : maskSecrets(text, secrets))),
    body: maskBytes(response.body, secrets),
  };
}

/** On bytes, so that a body that is no text comes through whole. */
function maskBytes(body: Uint8Array, secrets: readonly string[]): Uint8Array {
  const binaryOf = (text: string) => binaryFromBytes(new TextEncoder().encode(text));
  const binary = binaryFromBytes(body);
  const masked = spellingsOf(secrets).reduce((text, spelling) => text.replaceAll(binaryOf(spelling), binaryOf(MASK)), binary);
  return masked === binary ? body : bytesFromBinary(masked);
}
