/** A person's permission to send, kept in their own store: never in a document, test file, export or link. Source: design.md section 6. */
export interface GrantKey {
  readonly workflow: string;
  /** Origin of the evaluated URL. */
  readonly origin: string;
  /** Origin after host mapping. */
  readonly sentTo: string;
  /** ARN of the connection. */
  readonly connection: string;
  readonly method: string;
  /** Set for the request that fetches an access token: allowing it allows no other request to that origin, nor the reverse. */
  readonly purpose?: 'token';
}

export type GrantKind = 'once' | 'always';

export interface Grant {
  readonly key: GrantKey;
  readonly kind: GrantKind;
  /** `host:port` that the person granted as an internal address, having read that it is one. */
  readonly insideAddress?: string;
}

const sameKey = (one: GrantKey, other: GrantKey): boolean =>
  one.workflow === other.workflow && one.origin === other.origin && one.sentTo === other.sentTo &&
  one.connection === other.connection && one.method === other.method && one.purpose === other.purpose;

/** A grant covers exactly what it was given for; one for this time only comes before a lasting one, so that it is used up. */
export function findGrant(grants: readonly Grant[], key: GrantKey): Grant | null {
  const fitting = grants.filter((grant) => sameKey(grant.key, key));
  return fitting.find(({ kind }) => kind === 'once') ?? fitting[0] ?? null;
}

/** `host:port` for the bridge where a fitting grant says "internal address" for that very host and port. */
export function insideGrantFor(grants: readonly Grant[], key: GrantKey): string | undefined {
  const wanted = hostAndPort(key.sentTo);
  return grants.some((grant) => sameKey(grant.key, key) && grant.insideAddress === wanted) ? wanted : undefined;
}

/** The grants that are left after this one was used. */
export const afterUse = (grants: readonly Grant[], used: Grant): readonly Grant[] =>
  used.kind === 'always' ? grants : grants.filter((grant) => grant !== used);

/** Replaces an earlier grant of the same kind for the same key. */
export const withGrant = (grants: readonly Grant[], added: Grant): readonly Grant[] =>
  [...grants.filter((grant) => !(grant.kind === added.kind && sameKey(grant.key, added.key))), added];

/** `127.0.0.1:4010`, `[::1]:443`: with the scheme's own port spelled out. */
export function hostAndPort(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port === '' ? (protocol === 'http:' ? '80' : '443') : port}`;
}
