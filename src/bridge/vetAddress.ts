import { isUrl } from '../lib/isUrl.ts';
import { networkInterfaces } from 'node:os';
import { type AddressKind, classifyAddress, classifyHost, needsInsideGrant, neverAllowed } from '../http/addressKind.ts';
import type { SendFailure } from '../http/exchange.ts';
import { ipv4Octets } from '../http/ipv4Kind.ts';
import { ipv6Groups } from '../http/ipv6Kind.ts';
import { portOf } from './proxy.ts';

export interface OwnSocket {
  readonly address: string;
  readonly port: number;
}

export interface AddressPolicy {
  readonly ownSockets: readonly OwnSocket[];
  readonly sandboxOrigin?: string | undefined;
  /** `host:port` */
  readonly insideGrant?: string | undefined;
}

/** Why nothing may be sent to this address (an IP, resolved or literal) on behalf of this URL; null: it may. */
export type AddressRule = (address: string) => SendFailure | null;

export function addressRule(url: URL, policy: AddressPolicy): AddressRule {
  const target = `${url.hostname}:${portOf(url)}`;
  const granted = url.origin === policy.sandboxOrigin || isGranted(url, policy.insideGrant);
  const named = neverAllowed(classifyHost(url.hostname)) ? classifyHost(url.hostname) : null;
  return (address) => {
    const kind = named ?? classifyAddress(address);
    const via = address === url.hostname.replace(/^\[|\]$/g, '') ? target : `${target} leads to ${address}, which`;
    if (isOwn(address, kind, portOf(url), policy.ownSockets)) {
      return { kind: 'refused-address', message: `${via} is ASL Studio itself. A workflow may not call it, so nothing was sent.`, address };
    }
    if (neverAllowed(kind)) return { kind: 'refused-address', message: `${via} ${WHY[kind]}. Nothing is ever sent there.`, address };
    if (needsInsideGrant(kind) && !granted) {
      return { kind: 'needs-inside-grant', message: `${via} ${WHY[kind]}. Sending there needs your permission for ${target}.`, address };
    }
    return null;
  };
}

const WHY: { readonly [K in AddressKind]: string } = {
  'public-name': 'is a public name',
  'public-address': 'is a public address',
  loopback: 'is on this machine',
  'unspecified-loopback': 'is on this machine',
  private: 'is inside a private network',
  cgnat: 'is inside a provider\'s network (100.64.0.0/10)',
  'unique-local': 'is inside a private network',
  'link-local': 'is a link-local address, where machines find their neighbours and clouds keep their services',
  metadata: 'is where a cloud hands out the credentials of its machines',
  multicast: 'is a multicast address',
  never: 'is not an address that a request can go to',
};

/** A grant names one host and port; a grant without a port means the scheme's own. */
function isGranted(url: URL, grant: string | undefined): boolean {
  if (grant === undefined || /[/?#@\\\s]/.test(grant)) return false;
  const text = `${url.protocol}//${grant}`;
  return isUrl(text) && new URL(text).host === url.host;
}

/**
 * Bound to loopback we are reached under every loopback address that a machine may route there, so the port alone decides.
 * Bound to every interface (a dev server started so), under each of the machine's own addresses.
 */
function isOwn(address: string, kind: AddressKind, port: number, ownSockets: readonly OwnSocket[]): boolean {
  const here = kind === 'loopback' || kind === 'unspecified-loopback';
  return ownSockets.some((own) => {
    if (own.port !== port) return false;
    if (here || sameAddress(own.address, address)) return true;
    return classifyAddress(own.address) === 'unspecified-loopback' && machineAddresses().some((one) => sameAddress(one, address));
  });
}

const machineAddresses = (): readonly string[] => Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));

export const sameAddress = (one: string, other: string): boolean => canonical(one) === canonical(other);

/** One spelling per address; an IPv4 address mapped into IPv6 is the IPv4 address. */
function canonical(address: string): string {
  const bare = address.replace(/%.*$/s, '');
  const octets = ipv4Octets(bare);
  if (octets) return octets.join('.');
  const groups = ipv6Groups(bare);
  if (!groups) return bare;
  const [a, b, c, d, e, f, g, h] = groups;
  const isMapped = (a | b | c | d | e) === 0 && f === 0xffff;
  return isMapped ? [g >>> 8, g & 0xff, h >>> 8, h & 0xff].join('.') : groups.map((group) => group.toString(16)).join(':');
}
