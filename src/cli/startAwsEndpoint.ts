import { createAwsEndpoint, type AwsEndpoint } from '../bridge/aws/createAwsEndpoint.ts';
import { accessKeyFor } from '../bridge/aws/accessKey.ts';
import type { OwnSocket } from '../bridge/vetAddress.ts';
import { createAwsEngine } from './awsEngine.ts';
import type { GivenConnection } from './connectionInput.ts';
import { evaluatePool } from './evaluatePool.ts';

export interface StartAwsEndpointOptions {
  readonly port: number;
  /** Of this person; the access key id is made from it. */
  readonly token: string;
  readonly allow: readonly string[];
  readonly connections: readonly GivenConnection[];
  /** Those of the bridge beside it, which no workflow may call either. */
  readonly ownSockets?: () => readonly OwnSocket[];
  /** The built thread. */
  readonly evaluator: URL;
}

/** The local endpoint on the engine of the command line. Rejects with `EADDRINUSE` when the port is taken. */
export async function startAwsEndpoint({ port, token, allow, connections, evaluator, ownSockets }: StartAwsEndpointOptions): Promise<AwsEndpoint> {
  const pool = evaluatePool(evaluator);
  const own: OwnSocket[] = [];
  const engine = createAwsEngine({ allow, connections, evaluate: pool.evaluate, close: pool.close, ownSockets: () => [...own, ...(ownSockets?.() ?? [])] });
  const endpoint = await createAwsEndpoint({ port, accessKeyId: accessKeyFor(token), engine });
  own.push(...endpoint.sockets);
  return endpoint;
}

/** For scripts/start.mjs, which loads this as built. */
export { readConnectionsFile, readOrigin } from './allowedInput.ts';
