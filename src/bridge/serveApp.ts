import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';

/** A file that is meant by its name; every other address is a page of the app. */
const NAMES_A_FILE = /\.\w+$/;

/**
 * Serves the built app. Names under `/assets/` carry a hash and are kept by the browser; the page itself is asked for again. A file
 * that goes while it is being read (a rebuild) ends that one answer, never the bridge.
 */
export function serveApp(distDir: string): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    send(request, NAMES_A_FILE.test(path) ? path : '/index.html', { root: distDir, acceptRanges: false, cacheControl: false })
      .on('headers', () => response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'))
      .on('error', () => notFound(response))
      .on('directory', () => notFound(response))
      .pipe(response);
  };
}

/** Also what a path that leads out of the folder is told: what lies there is nobody's business. */
function notFound(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
}
