import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sameToken } from './token.ts';

export interface Doorway {
  /** A path that leads to the page with its token, once and soon. */
  openOnce(): string;
  /** True when the request was for such a path, and is answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

const OPEN_FOR_MS = 60_000;

/**
 * Whoever lists the processes of a machine sees the arguments of the command that opens a browser. So that command gets a path
 * that works once instead of the token.
 */
export function createDoorway(token: string, now: () => number = Date.now): Doorway {
  let open: { readonly path: string; readonly until: number } | null = null;
  return {
    openOnce() {
      open = { path: `/open/${randomBytes(24).toString('base64url')}`, until: now() + OPEN_FOR_MS };
      return open.path;
    },
    answer(request, response) {
      if (!request.url?.startsWith('/open/')) return false;
      response.setHeader('cache-control', 'no-store');
      if (request.method === 'GET' && open !== null && now() < open.until && sameToken(request.url, open.path)) {
        open = null;
        response.writeHead(302, { location: `/#token=${token}` }).end();
      } else {
        response.writeHead(410, { 'content-type': 'text/plain; charset=utf-8' }).end('This link has been used. Open the URL that "npm start" printed.\n');
      }
      return true;
    },
  };
}
