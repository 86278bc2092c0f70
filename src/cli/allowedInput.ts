import { decodeFile } from '../asl/fileText.ts';
import { isUrl } from '../lib/isUrl.ts';
import { isJsonArray, isJsonObject, type Json, member } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { type GivenConnection, readConnection } from './connectionInput.ts';

/** `--allow`: an origin as URLs have it; what stands behind the origin is left out. */
export function readOrigin(text: string): Result<string, string> {
  const url = isUrl(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return err(`--allow wants an origin, such as https://api.example.com or http://127.0.0.1:4010; this is none: ${text}`);
  // Without the text: it holds a password.
  if (url.username !== '' || url.password !== '') return err(`--allow wants an origin without a user name and a password: ${url.origin}`);
  return ok(url.origin);
}

const WANTED = 'Write a list of EventBridge CreateConnection inputs, each with its ConnectionArn, or {"connections": [that list]}.';

/** EventBridge CreateConnection inputs plus `ConnectionArn`: a list, or an object that holds it under "connections". No sentence quotes the text: it holds secrets. */
export function readConnections(text: string): Result<readonly GivenConnection[], string> {
  let given: Json;
  try {
    given = JSON.parse(text) as Json; // what JSON.parse answers is Json by definition
  } catch {
    return err(`it is no JSON. ${WANTED}`);
  }
  const list = isJsonObject(given) ? member(given, 'connections') : given;
  if (!isJsonArray(list)) return err(`it holds no list of connections. ${WANTED}`);
  const connections: GivenConnection[] = [];
  for (const item of list) {
    const read = readConnection(item);
    if (!read.ok) return err(`${read.error}.`);
    connections.push(read.value);
  }
  return ok(connections);
}

/** The same from the bytes of a file, however it is encoded. */
export function readConnectionsFile(bytes: Uint8Array): Result<readonly GivenConnection[], string> {
  const text = decodeFile(bytes);
  return text.ok ? readConnections(text.value.text) : err(text.error.message);
}
