import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxApi, SandboxReply, SandboxRequest } from './api.ts';
import { createGitHubApi } from './github.ts';
import { failOnDemand } from './failOnDemand.ts';
import { createSalesforceApi } from './salesforce.ts';
import { createStripeApi } from './stripe.ts';
import { toolsApi } from './tools.ts';

export interface Sandbox {
  readonly port: number;
  /** `http://127.0.0.1:7421` */
  readonly origin: string;
  close(): Promise<void>;
}

const BODY_CAP_BYTES = 1024 * 1024;

/**
 * A sample third-party API on loopback: stateful, in memory, offline. Starters reach it by host mapping, so their definitions
 * name the real hosts. Rejects with `EADDRINUSE` when the port is taken; 0 is any free port. `now` in milliseconds.
 */
export async function createSandbox({ port, now = Date.now }: { readonly port: number; readonly now?: () => number }): Promise<Sandbox> {
  const apis: readonly SandboxApi[] = [failOnDemand(), toolsApi, createStripeApi(now), createGitHubApi(now), createSalesforceApi()];
  const server = createServer((request, response) => {
    serve(request, response, apis).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const bound = server.address() as AddressInfo; // an object for every server that listens on a port
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: bound.port, origin: `http://127.0.0.1:${bound.port}`, close };
}

const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * It is for programs of this machine. A site in the browser must neither fill it (a form needs no permission) nor read what tests left
 * in it under a name of its own that leads here (DNS rebinding).
 */
function isForeignPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return (headers.host !== undefined && !OWN_HOST.test(headers.host)) || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

async function serve(request: IncomingMessage, response: ServerResponse, apis: readonly SandboxApi[]): Promise<void> {
  if (isForeignPage(request)) {
    response.setHeader('connection', 'close'); // its body is not read
    return write(response, { status: 403, body: { message: 'The sandbox answers programs of this machine, under 127.0.0.1 or localhost. Pages of other sites may not call it.' } });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end even so: leaving the loop would cut the connection before the answer is out.
    if (size <= BODY_CAP_BYTES) chunks.push(chunk);
  }
  if (size > BODY_CAP_BYTES) return write(response, { status: 413, body: { message: 'The sandbox takes bodies of up to 1 MB.' } });
  const path = request.url ?? '/';
  const url = `http://sandbox.invalid${path.startsWith('/') ? path : '/'}`;
  const asked: SandboxRequest = {
    method: request.method ?? 'GET', url: new URL(url), headers: request.headers, rawHeaders: request.rawHeaders, body: Buffer.concat(chunks),
  };
  const reply = answer(apis, asked);
  if (reply.delayMs !== undefined) await sleep(reply.delayMs, undefined, { ref: false });
  write(response, reply);
}

function answer(apis: readonly SandboxApi[], request: SandboxRequest): SandboxReply {
  for (const api of apis) {
    const reply = api(request);
    if (reply) return reply;
  }
  return { status: 404, body: { message: `The sandbox knows no ${request.url.pathname}. It answers /v1/… (Stripe), /repos/… (GitHub), /services/… (Salesforce), /echo, /status/503, /delay/1500 and /bytes/300000.` } };
}

function write(response: ServerResponse, { status, headers, body }: SandboxReply): void {
  if (response.destroyed) return;
  if (body === undefined || status === 204 || status === 304) {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body), 'utf8');
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, 'x-content-type-options': 'nosniff', ...headers }).end(bytes);
}
