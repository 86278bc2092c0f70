import type { ServerResponse } from 'node:http';
import type { CallQueuePorts } from './aws/callQueue.ts';
import type { AwsEndpoint } from './aws/createAwsEndpoint.ts';
import { createAwsCalls } from './aws/createAwsCalls.ts';
import { createDoorway } from './doorway.ts';
import { type SendPolicy, TIMEOUT_CAP_MS } from './guardedSend.ts';
import { createHandler } from './handler.ts';
import { listenOnLoopback, type Patience } from './listenOnLoopback.ts';
import { serveApp } from './serveApp.ts';
import type { OwnSocket } from './vetAddress.ts';

export interface BridgeOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly token: string;
  /** The built app; null: the bridge alone. */
  readonly distDir: string | null;
  readonly version: string;
  /** A function where the sandbox starts after the bridge. */
  readonly sandboxOrigin?: string | undefined | (() => string | undefined);
  /** The local AWS endpoint of this process: nothing is ever sent there, and AWS mode may call it. */
  readonly awsEndpoint?: () => Pick<AwsEndpoint, 'origin' | 'accessKeyId' | 'sockets'> | undefined;
  /** Origins that are not AWS's and still get requests signed with this person's credentials. */
  readonly signEndpoints?: readonly string[] | undefined;
  /** For tests: name resolution of the sender. */
  readonly resolve?: SendPolicy['resolve'];
  /** For tests: how long a caller may take. */
  readonly patience?: Patience;
  /** For tests: how a throttled call of AWS waits. */
  readonly awsPorts?: CallQueuePorts;
}

const PATIENCE: Patience = { headers: 10_000, request: 30_000, silence: TIMEOUT_CAP_MS + 30_000 };

export interface Bridge {
  readonly port: number;
  /** `http://127.0.0.1:7420` */
  readonly origin: string;
  readonly ownSockets: readonly OwnSocket[];
  /** A path that leads to the page with its token, once and within a minute. */
  openOnce(): string;
  close(): Promise<void>;
}

/**
 * The bridge and the app on 127.0.0.1 and, where the machine has it, ::1, on the same port. Rejects with `EADDRINUSE` when
 * either is taken: half a pair would leave `localhost` to somebody else.
 */
export async function createBridge(options: BridgeOptions): Promise<Bridge> {
  const ownSockets: OwnSocket[] = [];
  const port = () => ownSockets[0]?.port ?? 0;
  const handle = createHandler({
    token: options.token, version: options.version, port, ownSockets: () => [...ownSockets, ...(options.awsEndpoint?.()?.sockets ?? [])], sandboxOrigin: () => (typeof options.sandboxOrigin === 'function' ? options.sandboxOrigin() : options.sandboxOrigin),
    aws: createAwsCalls({ signEndpoints: options.signEndpoints ?? [], ownSockets: () => ownSockets, ownEndpoint: options.awsEndpoint, ...(options.awsPorts ? { ports: options.awsPorts } : {}) }),
    contentSecurityPolicy: true, ...(options.resolve ? { resolve: options.resolve } : {}),
  });
  const doorway = createDoorway(options.token);
  const app = options.distDir === null ? null : serveApp(options.distDir);
  const listening = await listenOnLoopback(options.port, options.patience ?? PATIENCE, (request, response) => {
    handle(request, response, () => {
      if (doorway.answer(request, response)) return;
      if (app === null) response.writeHead(404).end();
      else orFail(response, () => app(request, response));
    });
  });
  ownSockets.push(...listening.sockets);
  return { port: port(), origin: `http://127.0.0.1:${port()}`, ownSockets, openOnce: () => doorway.openOnce(), close: listening.close };
}

/** One file that cannot be read must not end the bridge. */
function orFail(response: ServerResponse, serve: () => void): void {
  try {
    serve();
  } catch {
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('The file could not be read. Reload the page.\n');
  }
}
