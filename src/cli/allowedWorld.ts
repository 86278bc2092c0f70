import { type Connection, noParameters } from '../http/connection.ts';
import { NO_AUTHENTICATION } from '../http/connectionParts.ts';
import type { Denied, HttpWorld } from '../http/HttpWorld.ts';
import { createCommandWorld } from './commandWorld.ts';
import type { GivenConnection } from './connectionInput.ts';

export interface Allowed {
  /** Origins that HTTP tasks may be sent to; whoever started the program named them. */
  readonly allow: readonly string[];
  readonly connections: readonly GivenConnection[];
}

/** As for `test-state FILE`, but only to the allowed origins; `deny` says why not for another one. */
export function allowedWorld(region: string, { allow, connections }: Allowed, deny: (origin: string) => Denied): HttpWorld {
  const world = createCommandWorld(region, connections);
  return {
    ...world,
    connectionByArn: (arn) => world.connectionByArn(arn) ?? withoutAuthentication(arn),
    async route(prepared, token) {
      const denied = [prepared.url, ...(token === undefined ? [] : [token.url])].map((url) => new URL(url).origin).find((origin) => !allow.includes(origin));
      return denied === undefined ? world.route(prepared, token) : { kind: 'denied', reason: deny(denied) };
    },
  };
}

/** A connection that nobody described: the request goes out as a public API takes it. */
function withoutAuthentication(arn: string): GivenConnection {
  const { apiKeyName, apiKeyValue } = NO_AUTHENTICATION;
  const connection: Connection = { arn, name: arn, authorization: { type: 'API_KEY', apiKeyName }, parameters: noParameters, allowedOrigins: [], madeUp: true };
  return { connection, secrets: { apiKeyValue } };
}
