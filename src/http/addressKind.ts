import { isUrl } from '../lib/isUrl.ts';
import type { AddressKind } from './addressKinds.ts';
import { classifyIpv4, ipv4Octets } from './ipv4Kind.ts';
import { classifyIpv6, ipv6Groups } from './ipv6Kind.ts';

export type { AddressKind } from './addressKinds.ts';

/** Names under which clouds answer with the machine's own credentials. */
const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata', 'metadata.google.internal', 'metadata.goog', 'instance-data', 'instance-data.ec2.internal',
]);

/**
 * The kind of a URL's host, IP literals in any spelling (2130706433, 0x7f.1, [::ffff:127.0.0.1]). A `public-name` still has to
 * be resolved, and what it resolves to classified.
 */
export function classifyHost(hostname: string): AddressKind {
  const host = canonicalHost(hostname);
  if (host === null) return 'never';
  if (host.startsWith('[')) return classifyLiteral(host.slice(1, -1));
  if (ipv4Octets(host)) return classifyLiteral(host);
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  if (name === 'localhost' || name.endsWith('.localhost')) return 'loopback';
  if (METADATA_NAMES.has(name)) return 'metadata';
  return name === '' ? 'never' : 'public-name';
}

/** The kind of a resolved address, `10.0.0.5` or `fe80::1%eth0`; anything that is no address is `never`. */
export function classifyAddress(ip: string): AddressKind {
  const bare = ip.replace(/%.*$/s, '');
  return classifyLiteral(bare.startsWith('[') && bare.endsWith(']') ? bare.slice(1, -1) : bare);
}

const NEVER: ReadonlySet<AddressKind> = new Set(['link-local', 'metadata', 'multicast', 'never']);
const INSIDE: ReadonlySet<AddressKind> = new Set(['loopback', 'private', 'cgnat', 'unique-local', 'unspecified-loopback']);

/** Nothing is ever sent there, whoever asks. */
export const neverAllowed = (kind: AddressKind): boolean => NEVER.has(kind);
/** Sent to only with a grant of that exact host and port that says "internal address". */
export const needsInsideGrant = (kind: AddressKind): boolean => INSIDE.has(kind);
export const isInsideOrRefused = (kind: AddressKind): boolean => NEVER.has(kind) || INSIDE.has(kind);

function classifyLiteral(ip: string): AddressKind {
  const octets = ipv4Octets(ip);
  if (octets) return classifyIpv4(octets);
  const groups = ipv6Groups(ip);
  return groups ? classifyIpv6(groups) : 'never';
}

/** As WHATWG URL parsing leaves it, IPv6 in brackets; null where it is no host. */
function canonicalHost(hostname: string): string | null {
  const bracketed = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
  // Characters that would end the host and let the rest pass unread.
  if (hostname === '' || /[/?#@\\\s]/.test(hostname)) return null;
  const url = `http://${bracketed}/`;
  return isUrl(url) ? new URL(url).hostname : null;
}
