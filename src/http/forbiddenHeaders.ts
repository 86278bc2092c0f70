/**
 * Headers an HTTP task may not set itself. Refused when saving; at run time the task fails with `States.Runtime`.
 * Source: http-task.md section 3, "Forbidden request headers".
 */
export const FORBIDDEN_HEADERS: ReadonlySet<string> = new Set([
  'a-im', 'accept-charset', 'accept-datetime', 'accept-encoding', 'authorization', 'cache-control', 'connection', 'content-encoding',
  'content-md5', 'date', 'expect', 'forwarded', 'from', 'host', 'http2-settings', 'if-match', 'if-modified-since', 'if-none-match',
  'if-range', 'if-unmodified-since', 'max-forwards', 'origin', 'pragma', 'proxy-authorization', 'referer', 'server', 'te', 'trailer',
  'transfer-encoding', 'upgrade', 'via', 'warning',
]);

export const FORBIDDEN_PREFIXES: readonly string[] = ['x-forwarded-', 'x-amz-', 'x-amzn-'];

export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return FORBIDDEN_HEADERS.has(lower) || FORBIDDEN_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** The list as AWS prints it: lower-cased, in the order given. */
export const forbiddenAmong = (names: readonly string[]): readonly string[] =>
  names.filter(isForbiddenHeader).map((name) => name.toLowerCase());

/**
 * Headers that only the sender may write: they frame the message on the wire, and a second one would let a body smuggle a
 * request. They are left out whoever set them, the connection included.
 */
export const FRAMING_HEADERS: ReadonlySet<string> = new Set([
  'connection', 'content-length', 'expect', 'host', 'http2-settings', 'keep-alive', 'proxy-connection', 'te', 'trailer',
  'transfer-encoding', 'upgrade',
]);
