import type { Connection, ConnectionSecrets } from './connection.ts';
import { connectionParts, type ConnectionParts } from './connectionParts.ts';
import type { PrepareFailure } from './prepareFailure.ts';
import { secretPlaces } from './secretPlaces.ts';
import { ok, type Result } from '../lib/Result.ts';

/** What a preview may know of a connection: the secrets that are here, or none at all. */
export interface KnownConnection {
  readonly connection: Connection;
  readonly secrets?: ConnectionSecrets;
  /** The access token of an OAuth connection, where one was fetched. */
  readonly bearerToken?: string;
}

export interface ShownParts {
  readonly parts: ConnectionParts;
  /** The texts that stand for secrets which are not here. */
  readonly placeholders: readonly string[];
}

/** Only characters that no encoding changes, so that it reads the same in a header, a query and a body. */
const placeholderOf = (place: string): string => `SECRET_${place.replace(/[^A-Za-z0-9._~-]/g, '_')}`;

const BASIC_PLACEHOLDER = 'SECRET_user_and_password_in_base64';
const TOKEN_PLACEHOLDER = 'SECRET_access_token';

/** What a connection adds to a request, with a visible text in the place of each secret that is not here. */
export function shownParts({ connection, secrets = {}, bearerToken }: KnownConnection): Result<ShownParts, PrepareFailure> {
  const isOauth = connection.authorization.type === 'OAUTH_CLIENT_CREDENTIALS';
  // The client's secrets go to the token endpoint, not into this request.
  const needed = secretPlaces(connection).filter((place) => place !== 'clientSecret' && !place.startsWith('oauth.'));
  const missing = needed.filter((place) => !Object.hasOwn(secrets, place) || secrets[place] === '');
  const filled = { ...secrets, ...Object.fromEntries(missing.map((place) => [place, placeholderOf(place)])) };
  const made = connectionParts(connection, filled, isOauth ? (bearerToken ?? TOKEN_PLACEHOLDER) : undefined);
  if (!made.ok) return made;
  return ok({
    parts: missing.includes('password') ? withBasicPlaceholder(made.value) : made.value,
    placeholders: [
      ...(isOauth && bearerToken === undefined ? [TOKEN_PLACEHOLDER] : []),
      ...missing.map((place) => (place === 'password' ? BASIC_PLACEHOLDER : placeholderOf(place))),
    ],
  });
}

/** The base64 of a placeholder would read as a real one. The authorization header is the first. */
const withBasicPlaceholder = (parts: ConnectionParts): ConnectionParts => ({
  ...parts,
  headers: parts.headers.map((part, at) => (at === 0 ? { ...part, value: `Basic ${BASIC_PLACEHOLDER}` } : part)),
});
