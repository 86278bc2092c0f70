import { createServer, type Server } from 'node:https';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Address } from './openSocket.ts';
import { rawServer } from './testing/rawServer.ts';
import { selfSigned } from './testing/selfSigned.ts';
import { performed, request } from './testing/send.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;

async function secureServer(name: string, daysLeft?: number) {
  const pair = selfSigned(name, daysLeft);
  const server: Server = createServer(pair, (_request, response) => response.end('secure'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: portOf(server), ca: [pair.cert] };
}

/** `api.example.com` leads to 127.0.0.1, and the person granted it. */
const here = (port: number, host = 'api.example.com') => request(`https://${host}:${port}/`, { insideGrant: `${host}:${port}` });
const resolve = (): Promise<readonly Address[]> => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

describe('https', () => {
  it('tells the facts of the connection', async () => {
    const { port, ca } = await secureServer('api.example.com');
    const seen = await performed(here(port), { resolve, ca });
    expect(seen.body.toString()).toBe('secure');
    expect(seen.head?.tls).toMatchObject({ protocol: 'TLSv1.3', cipher: expect.stringMatching(/^TLS_/) as string, subject: 'CN=api.example.com', issuer: 'CN=api.example.com' });
    expect(Date.parse(seen.head?.tls?.validFrom ?? '')).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(seen.head?.tls?.validTo ?? '')).toBeGreaterThan(Date.now());
    expect(Object.keys(seen.phases)).toEqual(['dns', 'connect', 'tls', 'sent', 'firstByte', 'end']);
  });

  it('refuses a certificate that nobody vouches for, before anything is sent', async () => {
    const { port } = await secureServer('api.example.com');
    const seen = await performed(here(port), { resolve });
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'tls', message: expect.stringContaining('self-signed') as string } }]);
  });

  it('refuses a certificate of another name, and one that has expired', async () => {
    const other = await secureServer('other.example.com');
    expect((await performed(here(other.port), { resolve, ca: other.ca })).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('for another name') as string });
    const old = await secureServer('api.example.com', -1);
    expect((await performed(here(old.port), { resolve, ca: old.ca })).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('has expired') as string });
  });

  it('says when the port speaks plain HTTP', async () => {
    const plain = createHttpServer().listen(0, '127.0.0.1');
    closing.push(() => plain.close());
    await new Promise((done) => plain.once('listening', done));
    expect((await performed(here(portOf(plain)), { resolve })).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('http://') as string });
  });

  it('says when the connection breaks during the handshake', async () => {
    const server = await rawServer(() => {});
    await server.close();
    const cutting = createHttpServer();
    cutting.on('connection', (socket) => socket.destroy());
    await new Promise<void>((done) => cutting.listen(0, '127.0.0.1', done));
    closing.push(() => cutting.close());
    expect((await performed(here(portOf(cutting)), { resolve })).failure?.kind).toBe('tls');
  });
});

async function proxyServer(answer: (asked: IncomingMessage, socket: Socket) => void) {
  const asked: string[] = [];
  const server = createHttpServer();
  server.on('connect', (message: IncomingMessage, socket: Socket) => {
    asked.push(`${message.url ?? ''} ${message.headers['proxy-authorization'] ?? ''}`.trim());
    socket.on('error', () => {});
    answer(message, socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://user:pass%21@127.0.0.1:${portOf(server)}`, label: `127.0.0.1:${portOf(server)}` };
}

describe('through HTTPS_PROXY', () => {
  const unknown = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));

  it('a public name is tunnelled, TLS checked end to end, and the event says so', async () => {
    const { port, ca } = await secureServer('api.example.com');
    const proxy = await proxyServer((_asked, socket) => {
      const upstream = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
      upstream.on('error', () => socket.destroy());
      socket.pipe(upstream).pipe(socket);
    });
    const seen = await performed(request(`https://api.example.com:${port}/`), { ca, resolve: unknown, env: { HTTPS_PROXY: proxy.url } });
    expect(seen.failure).toBeUndefined();
    expect(seen.body.toString()).toBe('secure');
    expect(seen.sent?.remoteAddress).toBe(`proxy ${proxy.label}`);
    expect(proxy.asked).toEqual([`api.example.com:${port} Basic ${Buffer.from('user:pass!').toString('base64')}`]);
  });

  it('a refusal of the proxy is told without its password', async () => {
    const proxy = await proxyServer((_asked, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'));
    const seen = await performed(request('https://api.example.com/'), { resolve: unknown, env: { https_proxy: proxy.url } });
    expect(seen.failure).toMatchObject({ kind: 'connect', message: expect.stringContaining(`The proxy ${proxy.label}`) as string });
    expect(seen.failure?.message).not.toMatch(/pass!|pass%21/);
  });

  it.each([
    { what: 'a name that leads inside here', url: 'https://api.example.com/', at: '10.0.0.5', noProxy: '' },
    { what: 'an address inside', url: 'https://10.0.0.5/', at: '10.0.0.5', noProxy: '' },
    { what: 'a name without a dot', url: 'https://intranet/', at: '10.0.0.5', noProxy: '' },
    { what: 'a local name', url: 'https://printer.local/', at: '10.0.0.5', noProxy: '' },
    { what: 'a name of NO_PROXY', url: 'https://api.example.com/', at: '10.0.0.5', noProxy: 'other.test, .example.com' },
  ])('$what does not go to the proxy', async ({ url, at, noProxy }) => {
    const proxy = await proxyServer((_asked, socket) => socket.end());
    const resolveTo = (): Promise<readonly Address[]> => Promise.resolve([{ address: at, family: 4 }]);
    const seen = await performed(request(url), { resolve: resolveTo, env: { HTTPS_PROXY: proxy.url, NO_PROXY: noProxy } });
    expect(seen.failure?.kind).toBe('needs-inside-grant');
    expect(proxy.asked).toEqual([]);
  });

  it('a setting that is no URL is said', async () => {
    const seen = await performed(request('https://api.example.com/'), { env: { HTTPS_PROXY: 'socks5://127.0.0.1:1' } });
    expect(seen.failure?.message).toContain('HTTPS_PROXY is not the URL of an HTTP proxy');
  });
});
