import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { peerUser } from './peerUser.ts';
import { sameToken } from './token.ts';

export interface Doorway {
  /** A path that leads to the page with its token, once and soon. */
  openOnce(): string;
  /** True when the request was for such a path; its answer comes. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

const OPEN_FOR_MS = 60_000;

/**
 * Whoever lists the processes of a machine sees the arguments of the command that opens a browser. So that command gets a path
 * that works once instead of the token, and, where the system tells (Linux), only for a program of the same user: another user who
 * read it from the list of processes, and was faster than the browser, learns nothing and does not use it up.
 */
export function createDoorway(token: string, now: () => number = Date.now, whose: typeof peerUser = peerUser): Doorway {
  let open: { readonly path: string; readonly until: number } | null = null;

  const passes = async (request: IncomingMessage): Promise<boolean> => {
    const isOpen = () => request.method === 'GET' && open !== null && now() < open.until && sameToken(request.url ?? '', open.path);
    // Asked again behind the wait: of two at once, one gets in.
    if (!isOpen() || (await whose(request.socket)) === 'other' || !isOpen()) return false;
    open = null;
    return true;
  };

  return {
    openOnce() {
      open = { path: `/open/${randomBytes(24).toString('base64url')}`, until: now() + OPEN_FOR_MS };
      return open.path;
    },
    answer(request, response) {
      if (!request.url?.startsWith('/open/')) return false;
      response.setHeader('cache-control', 'no-store');
      void passes(request).then((may) => {
        if (may) response.writeHead(302, { location: `/#token=${token}` }).end();
        else response.writeHead(410, { 'content-type': 'text/plain; charset=utf-8' }).end('This link does not work, or no longer. Open the URL that "npm start" printed.\n');
      });
      return true;
    },
  };
}
