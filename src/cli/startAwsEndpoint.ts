import { createAwsEndpoint, type AwsEndpoint } from '../bridge/aws/createAwsEndpoint.ts';
import { accessKeyFor } from '../bridge/aws/accessKey.ts';
import { decodeFile } from '../asl/fileText.ts';
import { isJsonArray, isJsonObject, type Json, member } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { createAwsEngine } from './awsEngine.ts';
import { type GivenConnection, readConnection } from './connectionInput.ts';
import { evaluatePool } from './evaluatePool.ts';

export interface StartAwsEndpointOptions {
  readonly port: number;
  /** Of this person; the access key id is made from it. */
  readonly token: string;
  readonly allow: readonly string[];
  readonly connections: readonly GivenConnection[];
  /** The built thread. */
  readonly evaluator: URL;
}

/** The local endpoint on the engine of the command line. Rejects with `EADDRINUSE` when the port is taken. */
export function startAwsEndpoint({ port, token, allow, connections, evaluator }: StartAwsEndpointOptions): Promise<AwsEndpoint> {
  const pool = evaluatePool(evaluator);
  return createAwsEndpoint({ port, accessKeyId: accessKeyFor(token), engine: createAwsEngine({ allow, connections, evaluate: pool.evaluate, close: pool.close }) });
}

/** `--allow`: an origin as URLs have it; what stands behind the origin is left out. */
export function readOrigin(text: string): Result<string, string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '') return ok(url.origin);
  return err(`--allow wants an origin, such as https://api.example.com or http://127.0.0.1:4010; this is none: ${text}`);
}

/** `--connections`: a list of EventBridge CreateConnection inputs plus `ConnectionArn`, or the file of a `test-state` with such a list. */
export function readConnections(bytes: Uint8Array): Result<readonly GivenConnection[], string> {
  const text = decodeFile(bytes);
  if (!text.ok) return err(text.error.message);
  const list = listIn(text.value.text);
  if (list === null) return err('it is no JSON list of connections. Write EventBridge CreateConnection inputs, each with its ConnectionArn.');
  const connections: GivenConnection[] = [];
  for (const item of list) {
    const read = readConnection(item);
    if (!read.ok) return err(`${read.error}.`);
    connections.push(read.value);
  }
  return ok(connections);
}

function listIn(text: string): readonly Json[] | null {
  try {
    const value = JSON.parse(text) as Json; // what JSON.parse answers is Json by definition
    const list = isJsonObject(value) ? member(value, 'connections') : value;
    return isJsonArray(list) ? list : null;
  } catch {
    return null;
  }
}
