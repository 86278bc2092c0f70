import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCT_HEADER, type SendEvent, type SendRequest, TOKEN_HEADER } from '../protocol/bridge.ts';
import { isHello, isSendEvent } from '../protocol/guards.ts';
import { type Bridge, createBridge } from './createBridge.ts';
import { REQUEST_CAP_BYTES } from './readJsonBody.ts';
import { CONTENT_SECURITY_POLICY } from './securityHeaders.ts';
import { type RawServer, rawServer, responded } from './testing/rawServer.ts';
import { granted, request } from './testing/send.ts';

const TOKEN = 'the-token-of-this-person-0123456789abcdefghi';
let folder: string;
let bridge: Bridge;
const servers: RawServer[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'asl-studio-dist-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Studio</title>');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  bridge = await createBridge({ port: 0, token: TOKEN, distDir: folder, version: '9.9.9', sandboxOrigin: 'http://127.0.0.1:1', resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await bridge.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** By node's own client, which sends any header that it is told to. */
function ask(method: string, path: string, headers: readonly (readonly [string, string])[] = [], body?: string): Promise<Answer> {
  const flat = headers.some(([name]) => name.toLowerCase() === 'host') ? headers : [['Host', `127.0.0.1:${bridge.port}`] as const, ...headers];
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: '127.0.0.1', port: bridge.port, method, path, headers: flat.flat(), setHost: false, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

const token = [TOKEN_HEADER, TOKEN] as const;
const sameOrigin = ['Sec-Fetch-Site', 'same-origin'] as const;
const json = ['Content-Type', 'application/json'] as const;
const origin = () => ['Origin', `http://127.0.0.1:${bridge.port}`] as const;
const page = () => [token, sameOrigin, json, origin()];

const send = async (asked: SendRequest): Promise<readonly SendEvent[]> => {
  const answer = await ask('POST', '/bridge/send', page(), JSON.stringify(asked));
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson']);
  const events = answer.text.trimEnd().split('\n').map((line): unknown => JSON.parse(line));
  expect(events.every(isSendEvent)).toBe(true);
  return events.filter(isSendEvent);
};
const victim = async () => {
  const server = await rawServer((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Length: 2'], 'ok')));
  servers.push(server);
  return server;
};

describe('the app', () => {
  it.each(['/', '/index.html', '/some/place'])('is served at %s under its policy', async (path) => {
    const answer = await ask('GET', path);
    expect([answer.status, answer.text]).toEqual([200, '<!doctype html><title>Studio</title>']);
    expect(answer.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-dns-prefetch-control': 'off',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-cache', [PRODUCT_HEADER]: '1',
    });
    expect(answer.text).not.toContain(TOKEN);
  });

  it('has the policy of the design', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; " +
        "connect-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('keeps hashed files in the browser, and has no others', async () => {
    expect((await ask('GET', '/assets/index-1a2b.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('GET', '/assets/index-gone.js')).status).toBe(404);
    expect((await ask('GET', '/..%2f..%2fetc/passwd.txt')).status).toBe(404);
    expect((await ask('POST', '/')).status).toBe(405);
  });

  it('outlives a file that cannot be read, and any range', async () => {
    writeFileSync(join(folder, 'assets', 'going-1a2b.js'), 'export {};');
    const both = [ask('GET', '/assets/going-1a2b.js'), ask('GET', '/assets/going-1a2b.js')];
    rmSync(join(folder, 'assets', 'going-1a2b.js'));
    for (const answer of await Promise.all(both)) expect([200, 404]).toContain(answer.status);
    mkdirSync(join(folder, 'assets', 'folder-1a2b.js'));
    expect((await ask('GET', '/assets/folder-1a2b.js')).status).toBe(404);
    for (const range of ['bytes=9-2', 'bytes=-1', 'bytes=900-']) {
      expect((await fetch(`http://127.0.0.1:${bridge.port}/assets/index-1a2b.js`, { headers: { range } })).status).toBe(200);
    }
  });

  it('is served after a rebuild with its new length', async () => {
    await ask('GET', '/assets/index-1a2b.js');
    writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export const longer = true;');
    expect((await ask('GET', '/assets/index-1a2b.js')).text).toBe('export const longer = true;');
  });

  it.runIf(process.env['ASL_STUDIO_NO_IPV6'] === undefined)('answers on ::1 where there is one', async () => {
    const v6 = bridge.ownSockets.find(({ address }) => address === '::1');
    if (v6) expect((await fetch(`http://[::1]:${v6.port}/`)).status).toBe(200);
    expect(bridge.ownSockets[0]).toEqual({ address: '127.0.0.1', port: bridge.port });
  });
});

describe('whoever is not our page', () => {
  it.each([
    { what: 'another name that leads here (DNS rebinding)', host: (port: number) => `evil.example.com:${port}` },
    { what: 'loopback on another port', host: (port: number) => `127.0.0.1:${port + 1}` },
    { what: 'no port', host: () => '127.0.0.1' },
    { what: 'an address that only looks like ours', host: (port: number) => `127.0.0.1:${port}.evil.example.com` },
    { what: 'an empty one', host: () => '' },
  ])('is refused for its Host: $what', async ({ host }) => {
    for (const [method, path] of [['GET', '/'], ['GET', '/bridge/hello']] as const) {
      const answer = await ask(method, path, [['Host', host(bridge.port)], token, sameOrigin]);
      expect([answer.status, answer.headers[PRODUCT_HEADER]]).toEqual([421, '1']);
    }
  });

  it('is refused as one who takes it for a proxy', async () => {
    expect((await ask('GET', 'http://evil.example.com/', [['Host', `127.0.0.1:${bridge.port}`]])).status).toBe(400);
  });

  it('is refused for two Host headers, or none', async () => {
    const own = `127.0.0.1:${bridge.port}`;
    for (const head of [`Host: ${own}\r\nHost: evil.example.com\r\n`, '']) {
      const text = await new Promise<string>((resolve) => {
        let received = '';
        const socket = connect(bridge.port, '127.0.0.1', () => socket.write(`GET /bridge/hello HTTP/1.1\r\n${head}${TOKEN_HEADER}: ${TOKEN}\r\nConnection: close\r\n\r\n`));
        socket.on('data', (chunk) => (received += chunk.toString('latin1')));
        socket.on('close', () => resolve(received));
      });
      expect(text).toMatch(/^HTTP\/1\.1 4(00|21) /);
    }
  });

  it.each(['localhost', '[::1]', '127.0.0.1'])('is welcome under our own name %s', async (name) => {
    const host = ['Host', `${name}:${bridge.port}`] as const;
    expect((await ask('GET', '/bridge/hello', [host, token, sameOrigin])).status).toBe(200);
    expect((await ask('GET', '/bridge/hello', [host, token, sameOrigin, ['Origin', `http://${name}:${bridge.port}`]])).status).toBe(200);
  });

  it.each([
    { what: 'a page of another site', headers: () => [token, ['Sec-Fetch-Site', 'cross-site'] as const, json, ['Origin', 'https://evil.example.com'] as const] },
    { what: 'a page on another port of loopback', headers: () => [token, ['Sec-Fetch-Site', 'same-site'] as const, json, ['Origin', 'http://127.0.0.1:1'] as const] },
    { what: 'a lie in sec-fetch-site', headers: () => [token, sameOrigin, json, ['Origin', 'https://evil.example.com'] as const] },
    { what: 'a sandboxed frame', headers: () => [token, sameOrigin, json, ['Origin', 'null'] as const] },
    { what: 'our page under another spelling', headers: () => [token, sameOrigin, json, ['Origin', `http://localhost:${bridge.port}`] as const] },
    { what: 'https in place of http', headers: () => [token, sameOrigin, json, ['Origin', `https://127.0.0.1:${bridge.port}`] as const] },
    { what: 'a link or a typed address', headers: () => [token, ['Sec-Fetch-Site', 'none'] as const, json] },
    { what: 'an Origin without sec-fetch-site', headers: () => [token, json, origin()] },
  ])('is refused: $what', async ({ headers }) => {
    const server = await victim();
    const sent = await ask('POST', '/bridge/send', headers(), JSON.stringify(granted(server.port)));
    expect([sent.status, (await ask('GET', '/bridge/hello', headers())).status]).toEqual([403, 403]);
    expect(server.received).toEqual([]);
  });

  it.each([
    { what: 'no token', headers: [] },
    { what: 'a wrong token', headers: [[TOKEN_HEADER, `${TOKEN.slice(0, -1)}j`] as const] },
    { what: 'an empty token', headers: [[TOKEN_HEADER, ''] as const] },
    { what: 'the token twice', headers: [token, token] },
    { what: 'the token as a cookie', headers: [['Cookie', `${TOKEN_HEADER}=${TOKEN}`] as const] },
  ])('with $what learns only what this is', async ({ headers }) => {
    const hello = await ask('GET', '/bridge/hello', [...headers, sameOrigin]);
    expect([hello.status, JSON.parse(hello.text)]).toEqual([401, { product: 'asl-studio', protocol: 1 }]);
    const server = await victim();
    expect((await ask('POST', '/bridge/send', [...headers, sameOrigin, json], JSON.stringify(granted(server.port)))).status).toBe(401);
    expect(server.received).toEqual([]);
  });

  it('never gets an answer that another site could read', async () => {
    const preflight = await ask('OPTIONS', '/bridge/send', [['Origin', 'https://evil.example.com'], ['Access-Control-Request-Method', 'POST']]);
    expect(preflight.status).toBe(403);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('hello', () => {
  it('tells our page, and a program with the token, what runs here', async () => {
    for (const headers of [[token, sameOrigin], [token]]) {
      const answer = await ask('GET', '/bridge/hello', headers);
      const hello: unknown = JSON.parse(answer.text);
      expect(isHello(hello)).toBe(true);
      expect(hello).toEqual({ product: 'asl-studio', protocol: 1, version: '9.9.9', sandboxOrigin: 'http://127.0.0.1:1' });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });
});

describe('send', () => {
  it('streams what the sender saw', async () => {
    const server = await victim();
    const events = await send(granted(server.port));
    expect(events.map(({ type }) => type)).toEqual(['sent', 'head', 'data', 'end']);
  });

  it('passes on what the sender refuses, the bridge itself above all', async () => {
    const self = await send(request(`http://me.example.com:${bridge.port}/bridge/hello`, { insideGrant: `me.example.com:${bridge.port}` }));
    expect(self).toMatchObject([{ type: 'error', failure: { kind: 'refused-address' } }]);
    const inside = await send(request('http://api.example.com:9/'));
    expect(inside).toMatchObject([{ type: 'error', failure: { kind: 'needs-inside-grant', address: '127.0.0.1' } }]);
  });

  it('ends the outgoing request when the page goes away', async () => {
    let gone: () => void = () => {};
    const ended = new Promise<void>((resolve) => (gone = resolve));
    let arrived: () => void = () => {};
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const server = await rawServer((socket) => {
      socket.on('close', gone);
      arrived();
    });
    servers.push(server);
    const stop = new AbortController();
    const call = fetch(`${bridge.origin}/bridge/send`, { method: 'POST', headers: { [TOKEN_HEADER]: TOKEN, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify(granted(server.port)), signal: stop.signal });
    await asked;
    stop.abort();
    await Promise.allSettled([call]);
    await ended;
  });

  it.each([
    { what: 'another method', method: 'GET', path: '/bridge/send', type: 'application/json', body: undefined, status: 405 },
    { what: 'another path', method: 'POST', path: '/bridge/else', type: 'application/json', body: '{}', status: 404 },
    { what: 'a name every object has', method: 'POST', path: '/bridge/constructor', type: 'application/json', body: '{}', status: 404 },
    { what: 'a form', method: 'POST', path: '/bridge/send', type: 'text/plain', body: '{}', status: 415 },
    { what: 'a type that begins like JSON', method: 'POST', path: '/bridge/send', type: 'application/json-patch', body: '{}', status: 415 },
    { what: 'no JSON', method: 'POST', path: '/bridge/send', type: 'application/json', body: '{', status: 400 },
    { what: 'no object', method: 'POST', path: '/bridge/send', type: 'application/json', body: '[]', status: 400 },
    { what: 'members of wrong types', method: 'POST', path: '/bridge/send', type: 'application/json', body: '{"protocol":1,"method":1}', status: 400 },
    { what: 'a page of another version', method: 'POST', path: '/bridge/send', type: 'application/json', body: '{"protocol":2}', status: 409 },
    { what: 'too much', method: 'POST', path: '/bridge/send', type: 'application/json; charset=utf-8', body: 'x'.repeat(2 * REQUEST_CAP_BYTES), status: 413 },
  ])('refuses $what with $status', async ({ method, path, type, body, status }) => {
    const answer = await ask(method, path, [token, sameOrigin, origin(), ['Content-Type', type], ...(body === undefined ? [] : [['Content-Length', String(body.length)] as const])], body);
    expect([answer.status, answer.headers[PRODUCT_HEADER]]).toEqual([status, '1']);
  });
});

describe('the port', () => {
  it('has to be free on both loopback addresses', async () => {
    await expect(createBridge({ port: bridge.port, token: TOKEN, distDir: null, version: '1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    if (!bridge.ownSockets.some(({ address }) => address === '::1')) return;
    const other = createServer();
    await new Promise<void>((resolve) => other.listen({ port: 0, host: '::1' }, resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(createBridge({ port, token: TOKEN, distDir: null, version: '1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    // Nothing stays behind on the free half.
    const half = createServer();
    await new Promise<void>((resolve, reject) => half.once('error', reject).listen({ port, host: '127.0.0.1' }, resolve));
    half.close();
    other.close();
  });
});
