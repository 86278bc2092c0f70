import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/**
 * Serves the built app. Files are looked up anew each time (`dev`): sirv's cache would go on announcing old lengths after a
 * rebuild. Names under `/assets/` carry a hash and are kept by the browser; the page itself is asked for again.
 */
export function serveApp(distDir: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(distDir, {
    dev: true,
    etag: true,
    single: true,
    setHeaders: (response, path) => {
      if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    files(request, response, () => notFound(response));
  };
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
}
