import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface RawServer {
  readonly port: number;
  /** Everything received, connection by connection, as Latin-1 text. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** A server that says exactly what a test tells it to, bytes and all. `answer` is called once per connection, at the end of the request head. */
export async function rawServer(answer: (socket: Socket, head: string) => void, host = '127.0.0.1'): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = received.push('') - 1;
    let answered = false;
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received[index] += chunk.toString('latin1');
      const head = received[index]?.split('\r\n\r\n', 2) ?? [];
      if (answered || head.length < 2) return;
      answered = true;
      answer(socket, head[0] ?? '');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port: (server.address() as AddressInfo).port, received, close };
}

/** A whole response with these header lines and body. */
export const responded = (lines: readonly string[], body: Buffer | string = ''): Buffer =>
  Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
