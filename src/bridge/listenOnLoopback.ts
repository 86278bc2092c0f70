import { createServer, type RequestListener, type Server } from 'node:http';
import { closeServer, codeOf, listen } from './listen.ts';
import type { OwnSocket } from './vetAddress.ts';

/** How long a caller may take, so that one who says nothing, or reads nothing, does not hold a socket for ever. In milliseconds. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  /** Without a byte in either direction; longer than the longest answer is silent. */
  readonly silence: number;
}

export interface LoopbackServers {
  readonly port: number;
  readonly sockets: readonly OwnSocket[];
  close(): Promise<void>;
}

/**
 * One server on 127.0.0.1 and, where the machine has it, ::1, on the same port. Rejects with `EADDRINUSE` when either is taken:
 * half a pair would leave `localhost` to somebody else. `port` 0: any free one.
 */
export async function listenOnLoopback(port: number, patience: Patience, onRequest: RequestListener): Promise<LoopbackServers> {
  const v4 = patientServer(patience, onRequest);
  const first = await listen(v4, port, '127.0.0.1');
  const v6 = patientServer(patience, onRequest);
  const sockets = [{ address: first.address, port: first.port }];
  try {
    const second = await listen(v6, first.port, '::1');
    return running([v4, v6], [...sockets, { address: second.address, port: second.port }]);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') return running([v4], sockets); // no IPv6 here
    await closeServer(v4);
    // Asked for any port, we may have drawn one that is taken on ::1 only: draw again.
    if (port === 0) return listenOnLoopback(0, patience, onRequest);
    throw error;
  }
}

const running = (servers: readonly Server[], sockets: readonly OwnSocket[]): LoopbackServers => ({
  port: sockets[0]?.port ?? 0,
  sockets,
  close: async () => void (await Promise.all(servers.map(closeServer))),
});

function patientServer({ headers, request, silence }: Patience, onRequest: RequestListener): Server {
  const server = createServer({ headersTimeout: headers, requestTimeout: request, connectionsCheckingInterval: headers / 5, insecureHTTPParser: false }, onRequest);
  return server.setTimeout(silence);
}
