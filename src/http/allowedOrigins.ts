import { isUrl } from '../lib/isUrl.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { classifyHost } from './addressKind.ts';

/** Scheme, host and port; `wildcard` stands for one or more labels in front of the host. */
export interface OriginPattern {
  readonly scheme: 'http:' | 'https:';
  readonly wildcard: boolean;
  /** Lower case, punycode, without a trailing dot; the part after `*.` of a wildcard. */
  readonly host: string;
  /** Empty for the scheme's own. */
  readonly port: string;
}

export type OriginProblem = { readonly message: string };

const example = 'Type it like https://api.example.com or https://*.example.com.';
const problem = (message: string) => err({ message } as const);

const withoutTrailingDot = (host: string): string => (host.endsWith('.') ? host.slice(0, -1) : host);
const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);

/**
 * Reads what a person types as an origin; without a scheme, https. A path is dropped, because only scheme, host and port bind.
 * Answers the pattern, and `text` in one spelling.
 */
export function readOrigin(typed: string): Result<OriginPattern & { readonly text: string }, OriginProblem> {
  const trimmed = typed.trim();
  const found = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*\.)?([^/?#\\]*)/i.exec(trimmed);
  const scheme = (found?.[1] ?? 'https').toLowerCase();
  const authority = found?.[3] ?? '';
  if (/[\\\s]/.test(trimmed)) return problem(`“${trimmed}” is no origin. ${example}`);
  if (authority === '' || authority.endsWith(':')) return problem(`Name a host. ${example}`);
  if (scheme !== 'https' && scheme !== 'http') return problem(`An origin begins with https://, not ${scheme}://. ${example}`);
  if (authority.includes('@')) return problem(`Leave out the user name: an origin is only scheme, host and port. ${example}`);
  if (!isUrl(`${scheme}://${authority}/`)) return problem(`“${trimmed}” is no origin. ${example}`);
  const url = new URL(`${scheme}://${authority}/`);
  const host = withoutTrailingDot(url.hostname);
  // After parsing, so that other spellings of an asterisk (%2A, a full-width one) are met too.
  if (host.includes('*')) return problem(`A * may only stand in front of the whole host, as in https://*.example.com. ${example}`);
  const wildcard = found?.[2] !== undefined;
  if (host === '') return problem(`Name a host. ${example}`);
  if (wildcard && isAddress(host)) return problem('A * works for names only, not for IP addresses.');
  if (wildcard && !host.includes('.')) return problem(`https://*.${host} would allow every site under .${host}. Name at least two labels, as in https://*.example.com.`);
  const text = `${url.protocol}//${wildcard ? '*.' : ''}${host}${url.port === '' ? '' : `:${url.port}`}`;
  return ok({ scheme: url.protocol === 'http:' ? 'http:' : 'https:', wildcard, host, port: url.port, text });
}

/** An origin that a connection's secrets may go to, in one spelling: `https://api.example.com`, `https://*.example.com:8443`. */
export function parseAllowedOrigin(typed: string): Result<string, OriginProblem> {
  const read = readOrigin(typed);
  if (!read.ok) return read;
  const { scheme, wildcard, host, text } = read.value;
  if (scheme === 'http:' && (wildcard || !isLoopback(host))) {
    const why = 'http:// sends secrets in the clear, readable by anyone on the way, so it is allowed only for this machine (http://localhost, http://127.0.0.1)';
    return problem(`${why}. Use https://${wildcard ? '*.' : ''}${host}.`);
  }
  return ok(text);
}

const isLoopback = (host: string): boolean => {
  const kind = classifyHost(host);
  return kind === 'loopback' || kind === 'unspecified-loopback';
};

/** Whether the URL's scheme, host and port fit the pattern. A wildcard fits one or more labels, never the bare host, never an IP address. */
export function originMatches(url: string, pattern: OriginPattern): boolean {
  if (!isUrl(url)) return false;
  const target = new URL(url);
  if (target.protocol !== pattern.scheme || target.port !== pattern.port) return false;
  const host = withoutTrailingDot(target.hostname);
  if (!pattern.wildcard) return host === pattern.host;
  if (isAddress(host) || !host.endsWith(`.${pattern.host}`)) return false;
  const labels = host.slice(0, -pattern.host.length - 1);
  return labels.split('.').every((label) => /^[a-z0-9_-]+$/.test(label));
}

/** Whether secrets bound to these origins may go to the URL. Entries that `parseAllowedOrigin` would refuse allow nothing. */
export function originAllowed(url: string, allowedOrigins: readonly string[]): boolean {
  return allowedOrigins.some((entry) => {
    const parsed = parseAllowedOrigin(entry);
    if (!parsed.ok) return false;
    const pattern = readOrigin(parsed.value);
    return pattern.ok && originMatches(url, pattern.value);
  });
}

/** `https://api.example.com`, without path or query; the text itself where it is no http(s) URL. */
export function originOf(url: string): string {
  return isUrl(url) ? new URL(url).origin : url;
}
