import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';
import { mockFromHttp } from '../httpMock.ts';
import { repliesOf, withReplies } from '../mockAttempts.ts';
import type { MockHttp, MockReply, StateMock } from '../sidecar.ts';

/** In the page the last answer goes on; in a tests file a list runs out, so the last one is given so often: more than a state is retried. */
const GOES_ON = 100;
/** What never comes is, in the page, an answer later than any TimeoutSeconds. */
const NEVER_MS = 99_999_999_000;

/** A mock of the panel as it stands in a tests file (docs/tests.md). */
export function suiteMockFrom(mock: StateMock): Json {
  const replies = repliesOf(mock).map(suiteReply);
  const [only] = replies;
  if (replies.length === 1 && only !== undefined) return only;
  return replies.map((reply, index) => (index === replies.length - 1 ? { ...reply, times: GOES_ON } : reply));
}

/** A mock of a tests file for the panel; null where it says nothing. `when` and `submitted` have no place there. */
export function stateMockFrom(mock: Json): StateMock | null {
  const listed = isJsonArray(mock) ? mock : [mock];
  const all = listed.flatMap((one, index) => {
    const times = isJsonObject(one) ? member(one, 'times') : undefined;
    // The panel's last one goes on by itself.
    const count = typeof times === 'number' && index < listed.length - 1 ? times : 1;
    return Array.from({ length: Math.min(count, GOES_ON) }, () => pageReply(one)).flatMap((reply) => reply ?? []);
  });
  const [first, ...then] = all;
  return first === undefined ? null : withReplies({ enabled: true, mock: first }, [first, ...then]);
}

function suiteReply({ result, errorOutput, http, latencyMs, fieldValidationMode }: MockReply): JsonObject {
  if (latencyMs === NEVER_MS) return { noReply: true };
  const mode = fieldValidationMode === undefined ? {} : { fieldValidationMode };
  if (http !== undefined) return { http: suiteHttp(http), ...mode };
  if (errorOutput !== undefined) return { errorOutput: { ...errorOutput }, ...mode };
  const value = parsed(result ?? '{}');
  // A text is taken as JSON where it reads as such, so it is written as JSON.
  return { result: typeof value === 'string' ? JSON.stringify(value) : value, ...mode };
}

function suiteHttp({ status, headers = [], body }: MockHttp): JsonObject {
  const value = body === undefined || body === '' ? undefined : parsed(body);
  const named = headers.some(({ name }) => name.toLowerCase() === 'content-type');
  return {
    status,
    ...(headers.length === 0 ? {} : { headers: headersJson(headers) }),
    // With a Content-Type of its own the very text counts.
    ...(value === undefined || body === undefined ? {} : { body: named || typeof value === 'string' ? body : value }),
  };
}

function headersJson(headers: NonNullable<MockHttp['headers']>): JsonObject {
  return Object.fromEntries(headers.map(({ name }) => {
    const values = headers.flatMap((one) => (one.name === name ? [one.value] : []));
    return [name, values.length === 1 ? (values[0] ?? '') : values];
  }));
}

function pageReply(one: Json): MockReply | null {
  if (!isJsonObject(one)) return null;
  const [result, error, http, mode] = [member(one, 'result'), member(one, 'errorOutput'), member(one, 'http'), member(one, 'fieldValidationMode')];
  const kept = mode === 'STRICT' || mode === 'PRESENT' || mode === 'NONE' ? { fieldValidationMode: mode } as const : {};
  if (isJsonObject(http) && typeof http['status'] === 'number') return { ...mockFromHttp(pageHttp(http, http['status'])), ...kept };
  if (isJsonObject(error)) return { errorOutput: { ...(typeof error['error'] === 'string' ? { error: error['error'] } : {}), ...(typeof error['cause'] === 'string' ? { cause: error['cause'] } : {}) }, ...kept };
  if (member(one, 'noReply') === true) return { result: '{}', latencyMs: NEVER_MS };
  return result === undefined ? null : { result: JSON.stringify(typeof result === 'string' ? parsed(result) : result, null, 2), ...kept };
}

function pageHttp(http: JsonObject, status: number): MockHttp {
  const [headers, body] = [member(http, 'headers'), member(http, 'body')];
  const listed = isJsonObject(headers) ? Object.entries(headers).flatMap(([name, given]) => (isJsonArray(given) ? given : [given]).flatMap((value) => (typeof value === 'string' ? [{ name, value }] : []))) : [];
  return { status, ...(listed.length === 0 ? {} : { headers: listed }), ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body, null, 2) }) };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return text;
  }
}
