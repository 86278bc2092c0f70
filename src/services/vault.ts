import type { Connection, ConnectionSecrets } from '../http/connection.ts';
import { NO_AUTHENTICATION } from '../http/connectionParts.ts';
import { secretPlaces } from '../http/secretPlaces.ts';

/** Secret values, in memory only: after a reload a person types them again. */
export interface Vault {
  /** What is here; never more than the connection asks for. */
  get(connection: Connection): ConnectionSecrets;
  /** Adds to what is there; an empty text takes a value away. */
  put(arn: string, secrets: ConnectionSecrets): void;
  drop(arn: string): void;
  /** True where nothing has to be typed before a send. */
  hasAll(connection: Connection): boolean;
}

export function createVault(): Vault {
  const kept = new Map<string, ReadonlyMap<string, string>>();
  const read = (connection: Connection): ReadonlyMap<string, string> => {
    const own = kept.get(connection.arn) ?? new Map<string, string>();
    const found = secretPlaces(connection).flatMap((place) => {
      const value = own.get(place) ?? harmless(connection, place);
      return value === undefined ? [] : [[place, value] as const];
    });
    return new Map(found);
  };
  return {
    get: (connection) => Object.fromEntries(read(connection)),
    put(arn, secrets) {
      const next = new Map(kept.get(arn));
      for (const [place, value] of Object.entries(secrets)) value === '' ? next.delete(place) : next.set(place, value);
      kept.set(arn, next);
    },
    drop: (arn) => void kept.delete(arn),
    hasAll: (connection) => read(connection).size === secretPlaces(connection).length,
  };
}

/** "No authentication needed" has a header that hides nothing, so nobody has to type it again. */
const harmless = ({ authorization }: Connection, place: string): string | undefined =>
  place === 'apiKeyValue' && authorization.type === 'API_KEY' && authorization.apiKeyName === NO_AUTHENTICATION.apiKeyName ? NO_AUTHENTICATION.apiKeyValue : undefined;
