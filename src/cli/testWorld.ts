import { isHttpResource } from '../asl/httpResource.ts';
import { type Connection, noParameters } from '../http/connection.ts';
import { NO_AUTHENTICATION } from '../http/connectionParts.ts';
import type { HttpWorld } from '../http/HttpWorld.ts';
import { performHttpTask } from '../http/performHttpTask.ts';
import { isJsonArray, isJsonObject, type Json, member } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { needsMock } from '../suite/mockAnswers.ts';
import { createCommandWorld } from './commandWorld.ts';
import { type GivenConnection, readConnection } from './connectionInput.ts';
import type { Perform } from './evaluate.ts';

export interface TestWorld {
  /** Origins that HTTP tasks without a mock may be sent to. */
  readonly allow: readonly string[];
  readonly connections: readonly GivenConnection[];
}

/** What becomes of a task without a mock: an HTTP task to an allowed origin is sent, everything else is refused with a sentence. */
export const testPerformer = ({ allow, connections }: TestWorld, region: string): Perform => async (call) => {
  const refused = (origin?: string) => ({ kind: 'not-performed', reason: { kind: 'needs-mock', message: needsMock(call, origin) } }) as const;
  if (!isHttpResource(call.resource)) return refused();
  const world = createCommandWorld(region, connections);
  const guarded: HttpWorld = {
    ...world,
    connectionByArn: (arn) => world.connectionByArn(arn) ?? withoutAuthentication(arn),
    async route(prepared, token) {
      const denied = [prepared.url, ...(token === undefined ? [] : [token.url])].map((url) => new URL(url).origin).find((origin) => !allow.includes(origin));
      return denied === undefined ? world.route(prepared, token) : { kind: 'denied', reason: refused(denied).reason };
    },
  };
  return performHttpTask(call, guarded, new AbortController().signal);
};

/** A connection that nobody described: the request goes out as a public API takes it. */
function withoutAuthentication(arn: string): GivenConnection {
  const { apiKeyName, apiKeyValue } = NO_AUTHENTICATION;
  const connection: Connection = { arn, name: arn, authorization: { type: 'API_KEY', apiKeyName }, parameters: noParameters, allowedOrigins: [], madeUp: true };
  return { connection, secrets: { apiKeyValue } };
}

/** `scheme://host:port` of what was typed. */
export function readOrigins(typed: readonly string[]): Result<readonly string[], string> {
  const wrong = typed.find((text) => !URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol));
  return wrong === undefined ? ok(typed.map((text) => new URL(text).origin)) : err(`--allow wants an origin such as https://api.example.com, and "${wrong}" is none.`);
}

/** `{"connections": [EventBridge CreateConnection input plus ConnectionArn]}`, or the list alone. */
export function readSecrets(text: string): Result<readonly GivenConnection[], string> {
  let given: Json;
  try {
    given = JSON.parse(text) as Json;
  } catch {
    return err('it is no JSON.'); // without the reason: it would quote a part of the secrets
  }
  const list = isJsonObject(given) ? member(given, 'connections') : given;
  if (list === undefined || !isJsonArray(list)) return err('it has no "connections", a list of EventBridge CreateConnection inputs with their ConnectionArn.');
  const connections: GivenConnection[] = [];
  for (const item of list) {
    const read = readConnection(item);
    if (!read.ok) return err(`${read.error}.`);
    connections.push(read.value);
  }
  return ok(connections);
}
