import { connect, type Socket } from 'node:net';

export interface Knocked {
  /** Everything the other side said until it closed, as Latin-1. */
  readonly text: string;
  /** Status lines seen, one for each answer. */
  readonly statuses: readonly number[];
}

/** Writes these very bytes, then waits until the other side closes; no client in between that would mend them. */
export function knock(port: number, bytes: string | Buffer, then: (socket: Socket) => void = () => {}): Promise<Knocked> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
      then(socket);
    });
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', () => {}); // a reset is an end, too
    socket.on('close', () => resolve({ text, statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map((found) => Number(found[1])) }));
  });
}

/** A request head, line ends put in. */
export const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
