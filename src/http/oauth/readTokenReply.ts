import { isUrl } from '../../lib/isUrl.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { originOf } from '../allowedOrigins.ts';
import { contentTypeOf, decodeText } from '../contentType.ts';
import type { ReceivedResponse } from '../exchange.ts';

/** What a token endpoint gave. */
export interface IssuedToken {
  readonly value: string;
  /**
   * Seconds from now on; null: the endpoint said nothing, and the token holds until the API refuses it; 0: it said something that is
   * no lifetime, and the token serves this one request.
   */
  readonly lifetimeS: number | null;
  /** What a person should know about it. */
  readonly notes: readonly string[];
}

/**
 * The access token in a token endpoint's answer, or a sentence that says what stands in its place. RFC 6749, section 5; what
 * EventBridge itself makes of answers that break it is unconfirmed.
 */
export function readTokenReply(response: ReceivedResponse, endpoint: string): Result<IssuedToken, string> {
  const { status } = response;
  const wrong = (what: string, next: string): Result<never, string> => err(`The token endpoint ${endpoint} ${what}. ${next}`);
  if (status >= 300 && status < 400) return wrong(`answered ${status}, a redirect${whereTo(response, endpoint)}`, 'It is not followed, because the client secret would travel along: type the final URL in the connection.');
  const { type, charset } = contentTypeOf(response.headers);
  const text = decodeText(response.body, charset);
  const parsed = text === null ? undefined : parseJson(text);
  const said = isJsonObject(parsed) ? errorIn(parsed) : null;
  if (said !== null) return wrong(`refused with ${status}: ${said}`, 'Check client ID, client secret and the OAuth parameters in the connection.');
  if (status < 200 || status > 299) return wrong(`answered ${status}${type === '' ? '' : ` (${type})`} and no token`, 'Check its URL, client ID and client secret in the connection.');
  if (response.truncated) return wrong('answered more than 262,144 bytes', 'A token endpoint answers a small JSON object: check its URL in the connection.');
  if (response.body.length === 0) return wrong(`answered ${status} without a body`, 'It must answer JSON with an access_token: check its URL and method in the connection.');
  if (text === null) return wrong('answered bytes that are no text', 'It must answer JSON with an access_token: check its URL in the connection.');
  if (parsed === undefined) return wrong(notJson(type, text), 'It must answer JSON with an access_token: check its URL in the connection.');
  if (!isJsonObject(parsed)) return wrong('answered JSON that is no object', 'It must answer an object with an access_token: check its URL in the connection.');
  return issued(parsed, wrong);
}

function issued(reply: JsonObject, wrong: (what: string, next: string) => Result<never, string>): Result<IssuedToken, string> {
  const value = member(reply, 'access_token');
  const names = Object.keys(reply).slice(0, 8).map(printable).join(', ');
  if (value === undefined || value === null) return wrong(`answered JSON without an access_token${names === '' ? '' : ` (it holds ${names})`}`, 'Check its URL and the OAuth parameters in the connection.');
  if (typeof value !== 'string') return wrong('answered an access_token that is no text', 'A bearer token is a text: ask whoever runs the token endpoint.');
  if (value === '') return wrong('answered an empty access_token', 'Check the OAuth parameters in the connection, such as scope or audience.');
  if (/[\r\n]/.test(value)) return wrong('answered an access_token with a line break in it', 'It would end the Authorization header and begin another one, so it is not used: ask whoever runs the token endpoint.');
  if (!/^[\u0021-\u007E]+$/.test(value)) return wrong('answered an access_token with characters that no bearer token may hold, such as spaces', 'It is not used: ask whoever runs the token endpoint.');
  const lifetime = lifetimeOf(member(reply, 'expires_in'));
  return ok({ value, lifetimeS: lifetime.seconds, notes: [...typeNotes(member(reply, 'token_type')), ...lifetime.notes] });
}

const LONGEST_S = 10 * 365 * 86_400;

/** Numbers, and numbers in quotes, which some servers send. */
function lifetimeOf(given: Json | undefined): { readonly seconds: number | null; readonly notes: readonly string[] } {
  if (given === undefined || given === null) return { seconds: null, notes: ['The token endpoint gave no lifetime (expires_in): the token is used until the API answers 401 or 407.'] };
  const seconds = typeof given === 'number' ? given : typeof given === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(given) ? Number(given) : NaN;
  const once = 'so the token serves this request only and the next attempt fetches another one';
  if (!Number.isFinite(seconds)) return { seconds: 0, notes: [`The token endpoint gave a lifetime (expires_in) that is no number, ${printable(JSON.stringify(given))}, ${once}.`] };
  if (seconds <= 0) return { seconds: 0, notes: [`The token endpoint gave a lifetime (expires_in) of ${seconds} s, ${once}.`] };
  return { seconds: Math.min(seconds, LONGEST_S), notes: [] };
}

const typeNotes = (type: Json | undefined): readonly string[] =>
  typeof type !== 'string' || type.toLowerCase() === 'bearer' ? [] : [`The token endpoint calls the token ${printable(JSON.stringify(type))}; it is sent as Bearer all the same, as EventBridge does.`];

/** `error` and `error_description` of RFC 6749, section 5.2; some answer them with 200. */
function errorIn(reply: JsonObject): string | null {
  const error = member(reply, 'error');
  if (typeof error !== 'string' || error === '' || typeof member(reply, 'access_token') === 'string') return null;
  const description = member(reply, 'error_description');
  return printable(typeof description === 'string' && description !== '' ? `${error}, ${description}` : error).replace(/\.$/, '');
}

function notJson(type: string, text: string): string {
  if (type === 'text/html' || /^\s*<(!doctype|html)/i.test(text)) return 'answered a web page (HTML)';
  if (/^[\w.-]+=[^\s]*$/.test(text.trim())) return 'answered form fields and no JSON';
  return `answered ${type === '' ? 'text' : type} that is no JSON`;
}

function whereTo({ headers }: ReceivedResponse, endpoint: string): string {
  const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'location');
  const location = at < 0 ? undefined : headers[at + 1];
  const base = location === undefined || isUrl(location) ? location : absolute(location, endpoint);
  return base === undefined ? '' : ` to ${printable(originOf(base))}`;
}

function absolute(location: string, base: string): string | undefined {
  try {
    return new URL(location, base).href;
  } catch {
    return undefined;
  }
}

/** Text of a stranger inside a sentence of ours: one line, and not long. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const line = text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 200)}…`;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers JSON
  } catch {
    return undefined;
  }
}

/** Names of members that hold a credential, whatever the server calls it. */
const CREDENTIAL = /token|secret|assertion|password|session|^code$/i;
const NO_CREDENTIAL = /^token_type$|_(endpoint|type|format)$/i;
/** Shorter ones are words such as `none`. */
const SHORTEST_CREDENTIAL = 6;
const LOOSE = /(?:access|refresh|id)_?token["']?\s*[:=]\s*["']?([^"'&\s,}<]{6,})/gi;

/** Every text in the answer that could be a credential: what masks the exchange before anyone keeps it. Also in answers that are not understood. */
export function credentialsInReply(response: ReceivedResponse): readonly string[] {
  const text = decodeText(response.body, contentTypeOf(response.headers).charset) ?? new TextDecoder('utf-8').decode(response.body);
  const found = new Set<string>([...text.matchAll(LOOSE)].map(([, value]) => value ?? ''));
  const parsed = parseJson(text);
  // A list instead of calls: whatever nesting JSON.parse took must not overflow the stack here.
  const open: { readonly value: Json; readonly secret: boolean }[] = parsed === undefined ? [] : [{ value: parsed, secret: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, secret } = next;
    if (typeof value === 'string') secret && value.length >= SHORTEST_CREDENTIAL && found.add(value);
    else if (isJsonArray(value)) open.push(...value.map((item) => ({ value: item, secret })));
    else if (isJsonObject(value)) for (const [key, one] of Object.entries(value)) open.push({ value: one, secret: secret || (CREDENTIAL.test(key) && !NO_CREDENTIAL.test(key)) });
  }
  for (let at = 0; at + 1 < response.headers.length; at += 2) if (response.headers[at]?.toLowerCase() === 'set-cookie') found.add(response.headers[at + 1] ?? '');
  return [...found].filter((value) => value !== '');
}
