import { isHttpResource } from '../asl/httpResource.ts';
import { performHttpTask } from '../http/performHttpTask.ts';
import { isJsonArray, isJsonObject, type Json, member } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { needsMock } from '../suite/mockAnswers.ts';
import { allowedWorld, type Allowed } from './allowedWorld.ts';
import { type GivenConnection, readConnection } from './connectionInput.ts';
import type { Perform } from './evaluate.ts';

/** What becomes of a task without a mock: an HTTP task to an allowed origin is sent, everything else is refused with a sentence. */
export const testPerformer = (allowed: Allowed, region: string): Perform => async (call) => {
  const refused = (origin?: string) => ({ kind: 'needs-mock', message: needsMock(call, origin) }) as const;
  if (!isHttpResource(call.resource)) return { kind: 'not-performed', reason: refused() };
  return performHttpTask(call, allowedWorld(region, allowed, refused), new AbortController().signal);
};

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
