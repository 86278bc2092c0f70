import { isUrl } from '../lib/isUrl.ts';
import type { SendFailure } from '../http/exchange.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { SendRequest } from '../protocol/bridge.ts';

export interface VettedRequest {
  readonly url: URL;
  readonly method: string;
  /** Complete: Host, Connection and, where there is a body, Content-Length stand in it. */
  readonly headers: readonly string[];
  readonly body: Buffer | null;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
/** A `token` of RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** Header values travel as Latin-1: control characters would end the header, anything beyond has no byte. */
const BAD_VALUE_CHARACTER = /[^\t\x20-\x7e\x80-\xff]/;

/** With a length of whole fours; a pattern that counts them itself overflows the stack on a long body. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const badRequest = (message: string): Result<never, SendFailure> => err({ kind: 'bad-request', message });

/**
 * Proves that what was asked for is one well-formed HTTP/1.1 request: nothing in it can start a second one. Headers are kept
 * in order, case and number; only what HTTP cannot do without is added at the end (Host first).
 */
export function vetRequest(request: SendRequest): Result<VettedRequest, SendFailure> {
  if (!METHODS.has(request.method)) {
    return badRequest(`The method "${printable(request.method)}" cannot be sent. Use one of ${[...METHODS].join(', ')}.`);
  }
  const url = vetUrl(request.url);
  if (!url.ok) return url;
  if (request.bodyBase64 !== null && (request.bodyBase64.length % 4 !== 0 || !BASE64.test(request.bodyBase64))) return badRequest('The body did not arrive whole. Reload the page and try again.');
  const body = request.bodyBase64 === null ? null : Buffer.from(request.bodyBase64, 'base64');
  const wrong = wrongHeader(request.headers) ?? wrongLength(request.headers, body);
  if (wrong !== null) return badRequest(wrong);
  return ok({ url: url.value, method: request.method, headers: complete(request, url.value, body), body });
}

function vetUrl(text: string): Result<URL, SendFailure> {
  if (!isUrl(text)) return badRequest('The endpoint is not a URL. It should look like https://api.example.com/path.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return badRequest(`Only https (and, for tests, http) can be sent to; the endpoint begins with ${url.protocol}//.`);
  }
  if (url.username !== '' || url.password !== '') {
    return badRequest('The endpoint holds a user name or password before the host. Put them into the connection instead.');
  }
  return ok(url);
}

function wrongHeader(headers: readonly string[]): string | null {
  if (headers.length % 2 !== 0) return 'The list of headers has a name without a value.';
  const seen = new Set<string>();
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? '';
    if (!HEADER_NAME.test(name)) return `"${printable(name)}" cannot be the name of a header.`;
    const bad = BAD_VALUE_CHARACTER.exec(headers[i + 1] ?? '');
    if (bad) return `The value of the header ${name} holds a character that HTTP cannot carry (${codePoint(bad[0])}).`;
    const key = name.toLowerCase();
    if (key === 'transfer-encoding' || key === 'upgrade' || key === 'expect' || key === 'trailer') {
      return `The header ${name} cannot be sent: it would change how the request itself is read.`;
    }
    if ((key === 'host' || key === 'content-length' || key === 'connection') && seen.has(key)) {
      return `The header ${name} stands twice; a request has one.`;
    }
    seen.add(key);
  }
  return null;
}

function wrongLength(headers: readonly string[], body: Buffer | null): string | null {
  const given = valueOf(headers, 'content-length');
  const length = body?.length ?? 0;
  return given === undefined || given === String(length) ? null : `Content-Length says ${given}, but the body has ${length} bytes.`;
}

/** Node would add these on its own; added here, the list that is reported is the list that was sent. */
function complete(request: SendRequest, url: URL, body: Buffer | null): readonly string[] {
  const { headers, method } = request;
  const carriesBody = body !== null || method === 'POST' || method === 'PUT' || method === 'PATCH';
  return [
    ...(valueOf(headers, 'host') === undefined ? ['Host', url.host] : []),
    ...headers,
    ...(carriesBody && valueOf(headers, 'content-length') === undefined ? ['Content-Length', String(body?.length ?? 0)] : []),
    ...(valueOf(headers, 'connection') === undefined ? ['Connection', 'close'] : []),
  ];
}

function valueOf(headers: readonly string[], lowerName: string): string | undefined {
  for (let i = 0; i < headers.length; i += 2) if (headers[i]?.toLowerCase() === lowerName) return headers[i + 1];
  return undefined;
}

const codePoint = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const printable = (text: string) => text.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
