import type { AddressKind } from './addressKinds.ts';

export type Octets = readonly [number, number, number, number];

/** Dotted decimal only: other spellings are WHATWG URL parsing's business. */
export function ipv4Octets(text: string): Octets | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!found) return null;
  const [a, b, c, d] = [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4])];
  return Math.max(a, b, c, d) > 255 ? null : [a, b, c, d];
}

export const octetsFrom = (high: number, low: number): Octets => [high >>> 8, high & 0xff, low >>> 8, low & 0xff];

const numberOf = ([a, b, c, d]: Octets): number => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;

/** First match decides. Sources: design.md section 5; IANA's special-purpose registry. */
const BLOCKS: readonly (readonly [block: string, kind: AddressKind])[] = [
  ['0.0.0.0/32', 'unspecified-loopback'],
  ['0.0.0.0/8', 'never'],
  ['10.0.0.0/8', 'private'],
  ['100.100.100.200/32', 'metadata'],
  ['100.64.0.0/10', 'cgnat'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'metadata'],
  ['169.254.169.254/32', 'metadata'],
  ['169.254.170.2/32', 'metadata'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.192/32', 'metadata'],
  ['192.0.0.0/24', 'never'],
  ['192.168.0.0/16', 'private'],
  // Benchmarking by the registry; in practice proxies and VPNs hand these out inside a machine.
  ['198.18.0.0/15', 'private'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'never'],
];

const RANGES = BLOCKS.map(([block, kind]) => {
  const [address = '', bits = ''] = block.split('/');
  const size = 2 ** (32 - Number(bits));
  const from = numberOf(ipv4Octets(address) ?? [0, 0, 0, 0]);
  return { from, to: from + size - 1, kind };
});

export function classifyIpv4(octets: Octets): AddressKind {
  const address = numberOf(octets);
  return RANGES.find(({ from, to }) => address >= from && address <= to)?.kind ?? 'public-address';
}
