import { decodeText, contentTypeOf } from './contentType.ts';
import type { ReceivedResponse } from './exchange.ts';
import type { PreparedBody, PreparedHeader, PreparedRequest } from './prepared.ts';
import { maskSecrets } from './redact.ts';
import { statusTextOf } from './statusText.ts';
import type { InspectedRequest, InspectedResponse } from './taskReply.ts';
import { isJsonObject, objectOf, type Json } from '../lib/Json.ts';

/**
 * Written by the service and not listed in AWS's trace: test-state.md section 11. unconfirmed: a Content-Type of the definition's own
 * is listed, since "definition content is never hidden".
 */
const UNLISTED: ReadonlySet<string> = new Set(['host', 'content-type', 'content-length', 'transfer-encoding', 'connection']);

const listed = (pairs: readonly (readonly [name: string, value: string])[]): string => `[${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')}]`;

/**
 * `inspectionData.request` at level TRACE. Without `reveal` everything the connection contributed is left out.
 * unconfirmed: left out rather than masked in url and body; the guide says "omits".
 */
export function traceRequest(prepared: PreparedRequest, { reveal }: { readonly reveal: boolean }): InspectedRequest {
  const shown = ({ name, origin }: PreparedHeader) => !(origin === 'service' && UNLISTED.has(name.toLowerCase())) && (reveal || origin !== 'connection');
  const body = prepared.body === null ? null : reveal ? prepared.body.text : bodyWithoutConnection(prepared.body);
  return {
    protocol: new URL(prepared.url).protocol.replace(':', ''),
    method: prepared.method,
    url: reveal ? prepared.url : urlWithoutConnection(prepared),
    headers: listed(prepared.headers.filter(shown).map(({ name, value }) => [name, value])),
    ...(body === null ? {} : { body }),
  };
}

function urlWithoutConnection(prepared: PreparedRequest): string {
  const at = prepared.url.indexOf('?');
  if (at < 0) return prepared.url;
  // Each piece between `&` is one pair of `query`, in order.
  const pieces = prepared.url.slice(at + 1).split('&').filter((_, index) => prepared.query[index]?.origin !== 'connection');
  return prepared.url.slice(0, at) + (pieces.length === 0 ? '' : `?${pieces.join('&')}`);
}

/** Null where nothing but the connection's parameters made the body. */
function bodyWithoutConnection(body: PreparedBody): string | null {
  const keys = new Set(body.connectionKeys);
  if (keys.size === 0) return body.text;
  if (body.encoding === 'form') {
    const own = body.pairs.filter(({ origin }) => origin !== 'connection');
    return own.length === 0 ? null : own.map(({ name, value }) => `${name}=${value}`).join('&');
  }
  const value = JSON.parse(body.text) as Json; // written by JSON.stringify in encodeBody
  if (!isJsonObject(value)) return body.text;
  const own = Object.entries(value).filter(([key]) => !keys.has(key));
  return own.length === 0 ? null : JSON.stringify(objectOf(own));
}

/** `inspectionData.response`: all strings. Without `reveal`, secret values that the server echoed are masked. */
export function traceResponse(response: ReceivedResponse, prepared: PreparedRequest, { reveal }: { readonly reveal: boolean }): InspectedResponse {
  const hide = (text: string) => (reveal ? text : maskSecrets(text, prepared.secretValues ?? []));
  const { charset } = contentTypeOf(response.headers);
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < response.headers.length; at += 2) pairs.push([response.headers[at] ?? '', response.headers[at + 1] ?? '']);
  return {
    protocol: new URL(prepared.url).protocol.replace(':', ''),
    statusCode: String(response.status),
    statusMessage: hide(statusTextOf(response.status, response.statusText)),
    headers: hide(listed(pairs)),
    body: hide(decodeText(response.body, charset) ?? new TextDecoder('utf-8').decode(response.body)),
  };
}
