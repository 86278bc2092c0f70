/**
 * What an address may be used for. `never` is neither public nor anybody's own network: reserved, broadcast, or not an address.
 * Source: design.md section 5.
 */
export type AddressKind =
  | 'public-name' | 'public-address' | 'loopback' | 'private' | 'cgnat' | 'unique-local' | 'link-local' | 'metadata' | 'multicast'
  | 'unspecified-loopback' | 'never';
