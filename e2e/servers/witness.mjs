// Keeps every request as it came, and says it back: everything a stranger's server could learn. Only Node's own modules.
//   /away         a redirect to the place given         /page    a page with a script that sends there
//   /status/500   that status                           else     200 and what arrived, headers and all
import { createServer } from 'node:http';
import { listen } from './listen.mjs';

/** @returns {Promise<import('./listen.mjs').TestServer & { arrived: string[], leadsTo: (origin: string) => void }>} */
export async function startWitness() {
  const arrived = [];
  let place = '';
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const text = [`${request.method} ${request.url}`, ...pairs(request.rawHeaders), '', Buffer.concat(chunks).toString('latin1')].join('\n');
      arrived.push(text);
      if (request.url === '/away') response.writeHead(307, { location: `${place}/steal` }).end();
      else if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(`<script>fetch('${place}/steal')</script><img src="${place}/steal"><iframe src="${place}/steal"></iframe>`);
      else response.writeHead(Number(/^\/status\/(\d+)/.exec(request.url)?.[1] ?? 200), { 'content-type': 'application/json', 'x-said-back': pairs(request.rawHeaders).join('; ').replace(/[^\x20-\x7e]/g, '?') }).end(JSON.stringify({ arrived: text }));
    });
  });
  return { ...(await listen(server)), arrived, leadsTo: (origin) => (place = origin) };
}

const pairs = (raw) => raw.flatMap((text, at) => (at % 2 === 0 ? [`${text}: ${raw[at + 1]}`] : []));
