import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on one address; rejects with node's error (`code` is `EADDRINUSE` where something else holds the port). */
export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo); // an object for every server that listens on a port
    });
  });
}

/** Ends the server and whatever it still talks to. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
