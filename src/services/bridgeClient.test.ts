import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PATHS, PRODUCT_HEADER, PROTOCOL_VERSION, type SendEvent, type SendRequest, TOKEN_HEADER } from '../protocol/bridge.ts';
import { createBridgeClient } from './bridgeClient.ts';

const TOKEN = 'the-right-token-0123456789';
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A bridge on loopback that says what the test wants. */
async function bridge(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  const server = createServer((request, response) => {
    let body = '';
    response.setHeader(PRODUCT_HEADER, '1');
    request.on('data', (piece) => (body += String(piece))).on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close(), () => server.closeAllConnections());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, client: createBridgeClient({ fetch, origin, token: TOKEN }), stop: () => server.closeAllConnections() };
}

const request: SendRequest = { protocol: PROTOCOL_VERSION, method: 'GET', url: 'https://api.example.com/', headers: [], bodyBase64: null, timeoutMs: 1000 };
const never = new AbortController().signal;
const line = (event: SendEvent): string => `${JSON.stringify(event)}\n`;
const sent: SendEvent = { type: 'sent', remoteAddress: '93.184.216.34', headers: ['Host', 'api.example.com'] };
const head: SendEvent = { type: 'head', httpVersion: '1.1', status: 200, statusText: 'Very OK', headers: ['X-A', '1', 'x-a', '2'] };
const data = (text: string): SendEvent => ({ type: 'data', base64: btoa(text) });
const end: SendEvent = { type: 'end', phases: { end: 12 }, sizeBytes: 5, truncated: false };

describe('hello', () => {
  const hello = (body: unknown, status = 200) => bridge((_request, response) => response.writeHead(status).end(JSON.stringify(body)));
  const good = { product: 'asl-studio', protocol: PROTOCOL_VERSION, version: '0.1.0', sandboxOrigin: 'http://127.0.0.1:7421' };

  it('carries the token and answers what the bridge is', async () => {
    const seen: unknown[] = [];
    const { client } = await bridge((incoming, response) => {
      seen.push(incoming.url, incoming.headers[TOKEN_HEADER], incoming.headers.cookie);
      response.end(JSON.stringify(good));
    });
    expect(await client.hello()).toEqual({ ok: true, value: good });
    expect(seen).toEqual([PATHS.hello, TOKEN, undefined]);
  });

  it.each([
    { what: 'an older bridge', body: { ...good, protocol: PROTOCOL_VERSION - 1 }, status: 200, kind: 'mismatch', says: 'bridge is older than this page' },
    { what: 'a newer bridge', body: { ...good, protocol: PROTOCOL_VERSION + 1 }, status: 200, kind: 'mismatch', says: 'Reload the page' },
    { what: 'an older bridge that refuses the token as well', body: { product: 'asl-studio', protocol: PROTOCOL_VERSION - 1 }, status: 401, kind: 'mismatch', says: 'older' },
    { what: 'a wrong token', body: { product: 'asl-studio', protocol: PROTOCOL_VERSION }, status: 401, kind: 'refused-token', says: 'URL that npm start prints' },
    { what: 'nonsense', body: [1], status: 200, kind: 'unreachable', says: 'npm start' },
  ])('explains $what', async ({ body, status, kind, says }) => {
    const { client } = await hello(body, status);
    expect(await client.hello()).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(says) } });
  });

  it('explains a page without token without asking anybody', async () => {
    const client = createBridgeClient({ fetch: () => Promise.reject(new Error('asked')), origin: 'http://127.0.0.1:1', token: null });
    expect(await client.hello()).toMatchObject({ ok: false, error: { kind: 'no-token' } });
    expect(await client.send(request, never)).toMatchObject({ ok: false, error: { kind: 'no-bridge' } });
  });

  it('explains a bridge that is not there', async () => {
    const { client, origin } = await bridge(() => undefined);
    closers.splice(0).forEach((close) => close());
    expect(await client.hello()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(await createBridgeClient({ fetch, origin, token: TOKEN }).send(request, never)).toMatchObject({ ok: false, error: { kind: 'no-bridge', message: expect.stringContaining('Nothing was sent') } });
  });
});

describe('send', () => {
  it('puts the answer together from events in any pieces', async () => {
    const bodies: string[] = [];
    const text = [sent, head, data('hel'), data('lo'), end].map(line).join('');
    const { client } = await bridge((_incoming, response, body) => {
      bodies.push(body);
      for (let at = 0; at < text.length; at += 7) response.write(text.slice(at, at + 7));
      response.end();
    });
    const events: string[] = [];
    const outcome = await client.send(request, never, (event) => events.push(event.type));
    expect(outcome).toMatchObject({ ok: true, value: { response: { status: 200, statusText: 'Very OK', headers: ['X-A', '1', 'x-a', '2'], sizeBytes: 5 }, remoteAddress: '93.184.216.34', phases: { end: 12 } } });
    expect(outcome.ok && new TextDecoder().decode(outcome.value.response?.body)).toBe('hello');
    expect(events).toEqual(['sent', 'head', 'data', 'data', 'end']);
    expect(JSON.parse(bodies[0] ?? '')).toEqual(request);
  });

  it('gives a failure that the bridge saw with its phases', async () => {
    const error: SendEvent = { type: 'error', failure: { kind: 'dns', message: 'The name nowhere.invalid does not resolve.' }, phases: { dns: 3 } };
    const { client } = await bridge((_incoming, response) => response.end(line(error)));
    expect(await client.send(request, never)).toEqual({ ok: true, value: { failure: error.failure, phases: { dns: 3 } } });
  });

  it('says so when the bridge stops in the middle', async () => {
    const broken = await bridge((_incoming, response) => {
      response.write(line(sent) + line(head));
      setImmediate(() => broken.stop());
    });
    expect(await broken.client.send(request, never)).toMatchObject({ ok: false, error: { kind: 'no-bridge', message: expect.stringContaining('not known whether the request arrived') } });
  });

  it('says so when the stream ends early, or is none', async () => {
    const early = await bridge((_incoming, response) => response.end(line(sent)));
    expect(await early.client.send(request, never)).toMatchObject({ ok: false, error: { message: expect.stringContaining('The bridge stopped') } });
    const page = await bridge((_incoming, response) => response.end('<!doctype html>\n<p>hello</p>\n'));
    expect(await page.client.send(request, never)).toMatchObject({ ok: false, error: { message: expect.stringContaining('does not understand') } });
  });

  it.each([
    { status: 401, body: {}, kind: 'no-bridge', says: 'refused the key' },
    { status: 400, body: { error: 'The body is too large.' }, kind: 'bad-request', says: 'The body is too large.' },
    { status: 500, body: 'x', kind: 'bad-request', says: 'answered 500' },
  ])('explains status $status', async ({ status, body, kind, says }) => {
    const { client } = await bridge((_incoming, response) => response.writeHead(status).end(JSON.stringify(body)));
    expect(await client.send(request, never)).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(says) } });
  });

  it('stops when asked, at any moment', async () => {
    const stop = new AbortController();
    const { client } = await bridge((_incoming, response) => {
      response.write(line(sent));
    });
    const sending = client.send(request, stop.signal, () => stop.abort());
    expect(await sending).toMatchObject({ ok: false, error: { kind: 'stopped' } });
    expect(await client.send(request, stop.signal)).toMatchObject({ ok: false, error: { kind: 'stopped' } });
  });
});
