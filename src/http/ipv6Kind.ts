import { isUrl } from '../lib/isUrl.ts';
import type { AddressKind } from './addressKinds.ts';
import { classifyIpv4, octetsFrom, type Octets } from './ipv4Kind.ts';

/** Eight groups of sixteen bits. */
export type Groups = readonly [number, number, number, number, number, number, number, number];

/** Any spelling of RFC 4291, read by the URL parser so that page, bridge and browser agree; null where it is no address. */
export function ipv6Groups(text: string): Groups | null {
  if (!/^[0-9A-Fa-f:.]+$/.test(text)) return null;
  const url = `http://[${text}]/`;
  if (!isUrl(url)) return null;
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
  const [a, b, c, d, e, f, g, h] = groups;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if (e === undefined || f === undefined || g === undefined || h === undefined) return null;
  return [a, b, c, d, e, f, g, h];
}

const groupsOf = (text: string): readonly number[] => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));

/** From harmless to worst, so that of several readings the worst counts. */
const WORSE: readonly AddressKind[] = [
  'public-name', 'public-address', 'private', 'cgnat', 'unique-local', 'loopback', 'unspecified-loopback', 'link-local', 'multicast', 'metadata', 'never',
];

const worst = (...kinds: readonly AddressKind[]): AddressKind =>
  kinds.reduce((one, other) => (WORSE.indexOf(other) > WORSE.indexOf(one) ? other : one));

const embedded = (high: number, low: number): AddressKind => classifyIpv4(octetsFrom(high, low));

/** Sources: design.md section 5; RFC 4291, 6052, 8215 (NAT64), 3056 (6to4), 4380 (Teredo), 5214 (ISATAP). */
export function classifyIpv6(groups: Groups): AddressKind {
  const [a, b, c, d, e, f, g, h] = groups;
  if (a === 0 && b === 0 && c === 0 && d === 0) return classifyZeroPrefix(groups);
  if (a === 0x64 && b === 0xff9b) return classifyNat64(groups);
  if (a === 0x2002) return embedded(b, c);
  // Teredo: the server's address in the clear, the client's with every bit turned.
  if (a === 0x2001 && b === 0) return worst(embedded(c, d), embedded(g ^ 0xffff, h ^ 0xffff));
  if (a === 0xfd00 && b === 0xec2) return 'metadata';
  if (a === 0xfd20 && b === 0xce && h === 0x254) return 'metadata';
  const base = classifyPrefix(a);
  // ISATAP carries an IPv4 address in the interface part, under any prefix.
  return f === 0x5efe && (e === 0 || e === 0x200) ? worst(base, embedded(g, h)) : base;
}

function classifyPrefix(first: number): AddressKind {
  if ((first & 0xffc0) === 0xfe80) return 'link-local';
  if ((first & 0xffc0) === 0xfec0) return 'private'; // site-local, given up by RFC 3879 and still somebody's inside
  if ((first & 0xff00) === 0xff00) return 'multicast';
  if ((first & 0xfe00) === 0xfc00) return 'unique-local';
  return (first & 0xe000) === 0x2000 ? 'public-address' : 'never';
}

/** `::`, `::1`, IPv4-mapped (`::ffff:a.b.c.d`), translated (`::ffff:0:a.b.c.d`) and IPv4-compatible (`::a.b.c.d`). */
function classifyZeroPrefix([, , , , e, f, g, h]: Groups): AddressKind {
  if (e === 0 && f === 0 && g === 0 && h === 0) return 'unspecified-loopback';
  if (e === 0 && f === 0 && g === 0 && h === 1) return 'loopback';
  const carriesIpv4 = (e === 0 && (f === 0xffff || f === 0)) || (e === 0xffff && f === 0);
  return carriesIpv4 ? embedded(g, h) : 'never';
}

function classifyNat64([, , c, d, e, f, g, h]: Groups): AddressKind {
  if (c === 0 && d === 0 && e === 0 && f === 0) return embedded(g, h);
  if (c !== 1) return 'never';
  // 64:ff9b:1::/48 is translated by the local network, with the IPv4 address where RFC 6052 puts it for /48, /56, /64 or /96.
  // Bits 64 to 71 are always zero there. Local use is inside at best.
  const readings: readonly Octets[] = [
    octetsFrom(d, ((e & 0xff) << 8) | (f >>> 8)),
    [d & 0xff, e & 0xff, f >>> 8, f & 0xff],
    [e & 0xff, f >>> 8, f & 0xff, g >>> 8],
    octetsFrom(g, h),
  ];
  const plausible = readings.filter((octets) => octets.some((octet) => octet !== 0)).map(classifyIpv4);
  return worst('private', ...plausible.filter((kind) => kind !== 'never'));
}
