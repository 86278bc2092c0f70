import { originOf } from '../http/allowedOrigins.ts';
import { type Connection, noParameters } from '../http/connection.ts';
import { NO_AUTHENTICATION } from '../http/connectionParts.ts';
import type { Denied, HttpWorld } from '../http/HttpWorld.ts';
import type { OwnSocket } from '../bridge/vetAddress.ts';
import { createCommandWorld } from './commandWorld.ts';
import type { GivenConnection } from './connectionInput.ts';

export interface Allowed {
  /** Origins that HTTP tasks may be sent to; whoever started the program named them. */
  readonly allow: readonly string[];
  readonly connections: readonly GivenConnection[];
  /** Where this process listens itself; a function, because ports are known later. */
  readonly ownSockets?: (() => readonly OwnSocket[]) | undefined;
}

/**
 * As for `test-state FILE`, but only to the allowed origins; `deny` says why not for another one. Others bring the workflows here, so secrets
 * go where their connection says and nowhere else.
 */
export function allowedWorld(region: string, { allow, connections, ownSockets }: Allowed, deny: (origin: string) => Denied): HttpWorld {
  const { secretsGoAnywhere: _, ...world } = createCommandWorld(region, connections.map((given) => bound(given, allow)), ownSockets);
  const refuses = ({ origin }: URL): Denied | null => (allow.includes(origin) ? null : deny(origin));
  return {
    ...world,
    connectionByArn: (arn) => world.connectionByArn(arn) ?? withoutAuthentication(arn, allow),
    refuses,
    async route(prepared, token) {
      const reason = refuses(new URL(prepared.url)) ?? (token === undefined ? null : refuses(new URL(token.url)));
      return reason === null ? world.route(prepared, token) : { kind: 'denied', reason };
    },
  };
}

/** A connection without `AllowedOrigins` is for the one origin that was named, its own token endpoint aside; of several nobody knows which. */
function bound({ connection, secrets }: GivenConnection, allow: readonly string[]): GivenConnection {
  if (connection.allowedOrigins.length > 0) return { connection, secrets };
  const { authorization } = connection;
  const others = authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? allow.filter((origin) => origin !== originOf(authorization.endpoint)) : allow;
  return { connection: { ...connection, allowedOrigins: others.length === 1 ? others : [] }, secrets };
}

/** A connection that nobody described: the request goes out as a public API takes it. */
function withoutAuthentication(arn: string, allowedOrigins: readonly string[]): GivenConnection {
  const { apiKeyName, apiKeyValue } = NO_AUTHENTICATION;
  const connection: Connection = { arn, name: arn, authorization: { type: 'API_KEY', apiKeyName }, parameters: noParameters, allowedOrigins, madeUp: true };
  return { connection, secrets: { apiKeyValue } };
}
