import type { Socket } from 'node:net';
import { rawServer } from '../../bridge/testing/rawServer.ts';

export interface Wire {
  readonly origin: string;
  readonly host: string;
  /** Whole requests as they stood on the wire, as Latin-1 text. */
  readonly received: readonly string[];
  /** What is written to the next request once all of it is there; bytes close the connection after them. */
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

export type Answer = Uint8Array | string | ((socket: Socket) => void);

/** A server that knows no HTTP but where a request ends: nothing is parsed, added or repaired on the way. */
export async function wire(): Promise<Wire> {
  let answer: Answer = 'HTTP/1.1 204 No Content\r\n\r\n';
  const server = await rawServer((socket) => {
    const respond = (): void => {
      if (!isWhole(server.received.at(-1) ?? '')) socket.once('data', respond);
      else if (typeof answer === 'function') answer(socket);
      else socket.end(answer);
    };
    respond();
  });
  const host = `127.0.0.1:${server.port}`;
  return { origin: `http://${host}`, host, received: server.received, answerWith: (next) => void (answer = next), close: server.close };
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? '0';
  return text.length >= end + 4 + Number(length);
}
