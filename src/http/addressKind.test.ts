import { isUrl } from '../lib/isUrl.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyAddress, classifyHost, needsInsideGrant, neverAllowed, type AddressKind } from './addressKind.ts';

const TABLE: readonly (readonly [host: string, kind: AddressKind])[] = [
  ['api.stripe.com', 'public-name'], ['API.Stripe.com.', 'public-name'], ['example.localhost.com', 'public-name'], ['localhost.example.com', 'public-name'],
  ['notlocalhost', 'public-name'], ['münchen.example', 'public-name'],
  ['localhost', 'loopback'], ['LOCALHOST', 'loopback'], ['localhost.', 'loopback'], ['a.b.localhost', 'loopback'], ['x.localhost.', 'loopback'],
  ['127.0.0.1', 'loopback'], ['127.255.255.254', 'loopback'], ['127.1', 'loopback'], ['2130706433', 'loopback'], ['0x7f.1', 'loopback'], ['0x7f000001', 'loopback'],
  ['0177.0.0.1', 'loopback'], ['017700000001', 'loopback'], ['127.0.0.1.', 'loopback'], ['１２７.0.0.1', 'loopback'], ['127。0。0。1', 'loopback'], ['%31%32%37.0.0.1', 'loopback'],
  ['0.0.0.0', 'unspecified-loopback'], ['0', 'unspecified-loopback'], ['0x0', 'unspecified-loopback'], ['0.0.0.1', 'never'], ['0.255.255.255', 'never'],
  ['8.8.8.8', 'public-address'], ['134744072', 'public-address'], ['9.255.255.255', 'public-address'], ['11.0.0.0', 'public-address'],
  ['10.0.0.0', 'private'], ['10.255.255.255', 'private'], ['167772161', 'private'],
  ['172.15.255.255', 'public-address'], ['172.16.0.0', 'private'], ['172.31.255.255', 'private'], ['172.32.0.0', 'public-address'],
  ['192.168.0.1', 'private'], ['192.168.255.255', 'private'], ['192.167.255.255', 'public-address'], ['192.169.0.0', 'public-address'],
  ['198.18.0.1', 'private'], ['198.19.255.255', 'private'], ['198.20.0.0', 'public-address'],
  ['100.63.255.255', 'public-address'], ['100.64.0.0', 'cgnat'], ['100.127.255.255', 'cgnat'], ['100.128.0.0', 'public-address'],
  ['100.100.100.200', 'metadata'], ['100.100.100.199', 'cgnat'], ['168.63.129.16', 'metadata'], ['168.63.129.15', 'public-address'],
  ['169.254.169.254', 'metadata'], ['2852039166', 'metadata'], ['0xa9fea9fe', 'metadata'], ['169.254.170.2', 'metadata'], ['169.254.0.1', 'link-local'],
  ['169.253.255.255', 'public-address'], ['169.255.0.0', 'public-address'], ['192.0.0.192', 'metadata'], ['192.0.0.1', 'never'], ['192.0.1.0', 'public-address'],
  ['223.255.255.255', 'public-address'], ['224.0.0.1', 'multicast'], ['239.255.255.255', 'multicast'], ['240.0.0.1', 'never'], ['255.255.255.255', 'never'],
  ['[::1]', 'loopback'], ['::1', 'loopback'], ['[0:0:0:0:0:0:0:1]', 'loopback'], ['[0000::0001]', 'loopback'], ['[::]', 'unspecified-loopback'],
  ['[::ffff:127.0.0.1]', 'loopback'], ['[::ffff:7f00:1]', 'loopback'], ['[::FFFF:10.0.0.1]', 'private'], ['[::ffff:169.254.169.254]', 'metadata'],
  ['[::ffff:0.0.0.0]', 'unspecified-loopback'], ['[::ffff:8.8.8.8]', 'public-address'], ['[0:0:0:0:0:ffff:a9fe:a9fe]', 'metadata'],
  ['[::127.0.0.1]', 'loopback'], ['[::a9fe:a9fe]', 'metadata'], ['[::8.8.8.8]', 'public-address'], ['[::ffff:0:127.0.0.1]', 'loopback'], ['[::1:0:0]', 'never'],
  ['[64:ff9b::127.0.0.1]', 'loopback'], ['[64:ff9b::a9fe:a9fe]', 'metadata'], ['[64:ff9b::10.0.0.1]', 'private'], ['[64:ff9b::8.8.8.8]', 'public-address'],
  ['[64:ff9b:1::169.254.169.254]', 'metadata'], ['[64:ff9b:1:a9fe:a9:fe00::]', 'metadata'], ['[64:ff9b:1:a9:fe:a9fe::]', 'metadata'], ['[64:ff9b:1:0:a9:fea9:fe00::]', 'metadata'], ['[64:ff9b:1::8.8.8.8]', 'private'], ['[64:ff9b:2::1]', 'never'],
  ['[2002:7f00:1::]', 'loopback'], ['[2002:a9fe:a9fe::1]', 'metadata'], ['[2002:a00:1::1]', 'private'], ['[2002:808:808::1]', 'public-address'],
  ['[2001:0:808:808:0:0:5601:5601]', 'metadata'], ['[2001:0:a9fe:a9fe:0:0:f7f7:f7f7]', 'metadata'], ['[2001:0:808:808:0:0:f7f7:f7f7]', 'public-address'], ['[2001:0:808:808::80ff:fffe]', 'loopback'],
  ['[2001:db8:1:1:0:5efe:10.0.0.1]', 'private'], ['[2001:db8:1:1:200:5efe:169.254.169.254]', 'metadata'],
  ['[fe80::1]', 'link-local'], ['[febf::1]', 'link-local'], ['[fec0::1]', 'private'], ['[fe7f::1]', 'never'],
  ['[fc00::1]', 'unique-local'], ['[fdff::1]', 'unique-local'], ['[fbff::1]', 'never'], ['[fd00:ec2::254]', 'metadata'], ['[fd00:ec2::23]', 'metadata'], ['[fd20:ce::254]', 'metadata'],
  ['[ff02::1]', 'multicast'], ['[ffff::]', 'multicast'], ['[2600:1f18::1]', 'public-address'], ['[4000::1]', 'never'], ['[100::1]', 'never'],
  ['metadata.google.internal', 'metadata'], ['Metadata.Google.Internal.', 'metadata'], ['instance-data', 'metadata'],
  ['', 'never'], ['.', 'never'], ['a b', 'never'], ['1.2.3.4.5', 'never'], ['256.0.0.1', 'never'], ['[::1', 'never'], ['[::g]', 'never'],
  ['localhost/@evil.com', 'never'], ['evil.com#localhost', 'never'], ['evil.com\\localhost', 'never'], ['user@localhost', 'never'],
];

describe('classifyHost', () => {
  it.each(TABLE)('%j is %s', (host, kind) => {
    expect(classifyHost(host)).toBe(kind);
  });

  it('T9: reads every spelling of an IPv4 address as the URL parser does', () => {
    fc.assert(fc.property(fc.nat({ max: 0xffffffff }), (address) => {
      const dotted = [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
      const kind = classifyAddress(dotted);
      expect(classifyHost(String(address))).toBe(kind);
      expect(classifyHost(`0x${address.toString(16)}`)).toBe(kind);
      expect(classifyHost(`0${address.toString(8)}`)).toBe(kind);
      expect(classifyHost(`[::ffff:${dotted}]`)).toBe(kind);
      expect(classifyHost(`[64:ff9b::${dotted}]`)).toBe(kind);
    }));
  });

  it('answers the same for the host of a URL', () => {
    for (const [host, kind] of TABLE) {
      const url = `https://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}/`;
      if (kind !== 'never' && isUrl(url)) expect(classifyHost(new URL(url).hostname)).toBe(kind);
    }
  });
});

describe('classifyAddress', () => {
  it.each<readonly [string, AddressKind]>([
    ['127.0.0.1', 'loopback'], ['::1', 'loopback'], ['fe80::1%eth0', 'link-local'], ['::ffff:192.168.1.1', 'private'], ['fd12::1', 'unique-local'],
    ['1.1.1.1', 'public-address'], ['2606:4700::1111', 'public-address'], ['localhost', 'never'], ['example.com', 'never'], ['', 'never'], ['1', 'never'], ['127.1', 'never'], ['1.2.3.400', 'never'],
  ])('%j is %s', (ip, kind) => {
    expect(classifyAddress(ip)).toBe(kind);
  });
});

it.each<readonly [AddressKind, boolean, boolean]>([
  ['public-name', false, false], ['public-address', false, false], ['loopback', false, true], ['unspecified-loopback', false, true], ['private', false, true],
  ['cgnat', false, true], ['unique-local', false, true], ['link-local', true, false], ['metadata', true, false], ['multicast', true, false], ['never', true, false],
])('%s: never allowed %s, needs an inside grant %s', (kind, never, inside) => {
  expect([neverAllowed(kind), needsInsideGrant(kind)]).toEqual([never, inside]);
});
