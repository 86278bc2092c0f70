import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDirectFetch, type DirectRequest } from './directFetch.ts';
import { manualTimer } from './testing/manualTimer.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function server(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const made = createServer((request, response) => void request.resume().on('end', () => answer(request, response)));
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  closers.push(() => made.close(), () => made.closeAllConnections());
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/v1`;
}

const never = new AbortController().signal;
const request = (url: string, more: Partial<DirectRequest> = {}): DirectRequest => ({ method: 'GET', url, headers: ['Accept', 'text/plain'], body: null, timeoutMs: 60_000, ...more });
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function direct() {
  const timer = manualTimer();
  return { timer, send: createDirectFetch({ fetch, timer, now: () => 0 }) };
}

describe('createDirectFetch', () => {
  it('sends and shows what a page may see', async () => {
    const url = await server((incoming, response) => response.writeHead(201, 'Very Created', { 'content-type': 'text/plain' }).end(`${incoming.method} ${incoming.rawHeaders.includes('X-Key')}`));
    const outcome = await direct().send(request(url, { method: 'POST', headers: ['X-Key', 'k'], body: new TextEncoder().encode('hi') }), never);
    expect(outcome).toMatchObject({ response: { status: 201, statusText: 'Very Created', truncated: false }, sentHeaders: ['X-Key', 'k'] });
    expect(text(outcome.response?.body)).toBe('POST true');
    expect(outcome.notes).toBeUndefined();
  });

  it('lists the headers that a page may not set', async () => {
    const url = await server((_incoming, response) => response.end());
    const outcome = await direct().send(request(url, { headers: ['Host', 'x', 'Content-Length', '0', 'User-Agent', 'a', 'Proxy-X', 'b', 'Sec-Y', 'c', 'Accept', 'd'] }), never);
    expect(outcome.sentHeaders).toEqual(['Accept', 'd']);
    expect(outcome.notes).toEqual([expect.stringContaining('User-Agent, Proxy-X, Sec-Y')]);
  });

  it('never follows a redirect', async () => {
    const seen: (string | undefined)[] = [];
    const url = await server((incoming, response) => {
      seen.push(incoming.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const outcome = await direct().send(request(url), never);
    expect(seen).toEqual(['/v1']);
    // Node shows the redirect itself, a browser only that there was one.
    expect(outcome.response?.status ?? outcome.failure?.kind).toSatisfy((shown) => shown === 302 || shown === 'cors');
  });

  it('cuts a body as AWS does', async () => {
    const url = await server((_incoming, response) => response.end(Buffer.alloc(3_000_000, 'x')));
    expect((await direct().send(request(url), never)).response).toMatchObject({ sizeBytes: 262_144, truncated: true });
  });

  it('names the API and the two ways out where the browser blocks', async () => {
    const blocked = createDirectFetch({ fetch: () => Promise.reject(new TypeError('Failed to fetch')), timer: manualTimer(), now: () => 0 });
    const { failure } = await blocked(request('https://api.stripe.com/v1/customers?key=1'), never);
    expect(failure).toMatchObject({ kind: 'cors', message: expect.stringMatching(/api\.stripe\.com.*npm start.*mock/) });
  });

  it('refuses a body that a browser would not send', async () => {
    expect(await direct().send(request('https://api.example.com', { body: new Uint8Array(1) }), never)).toMatchObject({ failure: { kind: 'bad-request' } });
  });

  it('gives up after the time of the task, and stops when asked', async () => {
    const url = await server(() => undefined);
    const { send, timer } = direct();
    const slow = send(request(url, { timeoutMs: 2000 }), never);
    timer.advance(2000);
    expect(await slow).toMatchObject({ failure: { kind: 'timeout', message: expect.stringContaining('within 2 s') } });
    const stop = new AbortController();
    const stopped = send(request(url), stop.signal);
    stop.abort();
    expect(await stopped).toMatchObject({ failure: { kind: 'stopped' } });
  });
});
