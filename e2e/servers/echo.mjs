// Says back what arrived, and misbehaves when asked. Only Node's own modules, none of the studio's code: an independent witness.
//   any method  /anything…        what arrived: method, path, query, headers in order, body, and the body read as JSON or form
//               /status/418       that status          /bytes/300000    a JSON string of that many bytes
//               /redirect/2       two redirects, then /anything
//               /flaky/name/2     503 twice under that name, then 200
//               /not-json         text                 /bad-json        JSON that is cut short
//               /binary           bytes that are no text
//               /gzip             compressed JSON      /hang            no answer, ever
//               /reset            the connection is reset               /empty           closed without an answer
//               /basic-auth/u/p   401 unless that user and password     /api-key/name/v  401 unless that header has that value
//   GET         /log              what arrived so far; DELETE empties it
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { listen } from './listen.mjs';

const LOG_LENGTH = 100;

/**
 * @typedef {{ method: string, path: string, query: string, queryPairs: [string, string][], headers: [string, string][], body: string,
 *   json?: unknown, formPairs?: [string, string][] }} Seen
 */

/** @returns {Promise<import('./listen.mjs').TestServer & { log: Seen[] }>} */
export async function startEcho() {
  const state = { log: [], attempts: new Map() };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error) => response.destroy(error));
  });
  return { ...(await listen(server)), log: state.log };
}

async function answer(state, request, response) {
  const body = [];
  for await (const chunk of request) body.push(chunk);
  const [, what = '', first = '', second = ''] = request.url.split('?')[0].split('/').map(decodeURIComponent);
  const seen = describeRequest(request, Buffer.concat(body).toString('utf8'));
  if (what === 'log') {
    if (request.method === 'DELETE') state.log.length = 0;
    return json(response, 200, state.log);
  }
  state.log.push(seen);
  if (state.log.length > LOG_LENGTH) state.log.shift();
  const reply = Object.hasOwn(REPLIES, what) ? REPLIES[what] : () => json(response, 200, seen);
  return reply({ state, request, response, first, second, seen });
}

const REPLIES = {
  status: ({ response, first }) => json(response, Number(first) || 400, { status: Number(first) }),
  bytes: ({ response, first }) => json(response, 200, 'x'.repeat(Math.max(0, Number(first) - 2))),
  redirect: ({ response, first }) => json(response, 302, {}, { location: Number(first) > 1 ? `/redirect/${Number(first) - 1}` : '/anything' }),
  flaky: ({ state, response, first, second }) => {
    const attempt = (state.attempts.get(first) ?? 0) + 1;
    state.attempts.set(first, attempt);
    return attempt <= Number(second) ? json(response, 503, { attempt }, { 'retry-after': '1' }) : json(response, 200, { attempt });
  },
  'not-json': ({ response }) => send(response, 200, 'text/plain; charset=utf-8', 'plain text, ünïcode'),
  'bad-json': ({ response }) => send(response, 200, 'application/json', '{"cut":'),
  binary: ({ response }) => send(response, 200, 'application/octet-stream', Buffer.from([0, 255, 254, 128, 1])),
  gzip: ({ response, seen }) => send(response, 200, 'application/json', gzipSync(JSON.stringify(seen)), { 'content-encoding': 'gzip' }),
  hang: () => undefined,
  reset: ({ request }) => request.socket.resetAndDestroy(),
  empty: ({ request }) => request.socket.end(),
  'basic-auth': ({ request, response, first, second }) => {
    const wanted = `Basic ${Buffer.from(`${first}:${second}`).toString('base64')}`;
    return request.headers.authorization === wanted ? json(response, 200, { user: first }) : json(response, 401, { message: 'Wrong user or password.' }, { 'www-authenticate': 'Basic realm="echo"' });
  },
  'api-key': ({ request, response, first, second }) => (request.headers[first.toLowerCase()] === second ? json(response, 200, { key: first }) : json(response, 401, { message: 'Wrong key.' })),
};

function describeRequest(request, body) {
  const headers = [];
  for (let at = 0; at < request.rawHeaders.length; at += 2) headers.push([request.rawHeaders[at], request.rawHeaders[at + 1]]);
  const [path, query = ''] = request.url.split('?');
  return { method: request.method, path, query, queryPairs: [...new URLSearchParams(query)], headers, body, ...readBody(request.headers['content-type'] ?? '', body) };
}

function readBody(type, body) {
  if (type.includes('x-www-form-urlencoded')) return { formPairs: [...new URLSearchParams(body)] };
  if (!type.includes('json')) return {};
  try {
    return { json: JSON.parse(body) };
  } catch {
    return { json: null };
  }
}

function json(response, status, value, headers = {}) {
  send(response, status, 'application/json', JSON.stringify(value), headers);
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startEcho();
  console.log(`echo: ${origin}`);
}
