import type { Connection, ConnectionSecrets } from '../http/connection.ts';
import { NO_AUTHENTICATION } from '../http/connectionParts.ts';
import { secretPlaces } from '../http/secretPlaces.ts';

/** Secret values, in memory only: after a reload a person types them again, or unlocks those they chose to keep. */
export interface Vault {
  /** What is here; never more than the connection asks for. */
  get(connection: Connection): ConnectionSecrets;
  /** Adds to what is there; an empty text takes a value away. Another token endpoint than before clears what was typed for that one. */
  put(connection: Connection, secrets: ConnectionSecrets): void;
  drop(arn: string): void;
  /** True where nothing has to be typed before a send. */
  hasAll(connection: Connection): boolean;
}

interface Kept {
  /** The token endpoint that the client secret and its parameters were typed for. */
  readonly endpoint: string;
  readonly values: ReadonlyMap<string, string>;
}

export function createVault(): Vault {
  const kept = new Map<string, Kept>();
  // Bound here as well as where it is typed: an endpoint that changed, however it did, finds no client secret.
  const valuesFor = (connection: Connection): ReadonlyMap<string, string> => {
    const own = kept.get(connection.arn);
    if (own === undefined || own.endpoint === endpointOf(connection)) return own?.values ?? new Map();
    return new Map([...own.values].filter(([place]) => !isForTokens(place)));
  };
  const read = (connection: Connection): ReadonlyMap<string, string> => {
    const own = valuesFor(connection);
    const found = secretPlaces(connection).flatMap((place) => {
      const value = own.get(place) ?? harmless(connection, place);
      return value === undefined ? [] : [[place, value] as const];
    });
    return new Map(found);
  };
  return {
    get: (connection) => Object.fromEntries(read(connection)),
    put(connection, secrets) {
      const values = new Map(valuesFor(connection));
      for (const [place, value] of Object.entries(secrets)) value === '' ? values.delete(place) : values.set(place, value);
      kept.set(connection.arn, { endpoint: endpointOf(connection), values });
    },
    drop: (arn) => void kept.delete(arn),
    hasAll: (connection) => read(connection).size === secretPlaces(connection).length,
  };
}

const endpointOf = ({ authorization }: Connection): string => (authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? authorization.endpoint : '');

/** What is sent to the token endpoint alone. */
const isForTokens = (place: string): boolean => place === 'clientSecret' || place.startsWith('oauth.');

/** "No authentication needed" has a header that hides nothing, so nobody has to type it again. */
const harmless = ({ authorization }: Connection, place: string): string | undefined =>
  place === 'apiKeyValue' && authorization.type === 'API_KEY' && authorization.apiKeyName === NO_AUTHENTICATION.apiKeyName ? NO_AUTHENTICATION.apiKeyValue : undefined;
