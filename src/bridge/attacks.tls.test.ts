/** Servers that are not who they say. Promise: design.md section 5; a certificate is checked against the name in the URL before a byte is sent. */
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Address } from './openSocket.ts';
import { selfSigned } from './testing/selfSigned.ts';
import { performed, request, type Seen } from './testing/send.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server with this certificate; the certificate itself is trusted, so that only what is wrong with it is left. */
async function secure(pair: { readonly key: string; readonly cert: string }, more: ServerOptions = {}) {
  const received: string[] = [];
  const server = createServer({ ...pair, ...more }, (message, response) => {
    received.push(message.url ?? '');
    response.end('secure');
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, received, ca: [pair.cert] };
}

const here = (): Promise<readonly Address[]> => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
const asked = (server: { readonly port: number; readonly ca: readonly string[] }, host = 'api.example.com', trusted = true): Promise<Seen> =>
  performed(request(`https://${host}:${server.port}/`, { insideGrant: `${host}:${server.port}`, headers: ['Authorization', 'Bearer secret'] }), { resolve: here, ...(trusted ? { ca: server.ca } : {}) });

const api = (daysLeft?: number, alternativeName?: string | null) => selfSigned('api.example.com', daysLeft, alternativeName);

describe('a certificate', () => {
  it.each([
    { what: 'that has expired', pair: api(-1), says: 'has expired' },
    { what: 'that is not valid yet', pair: api(60), says: 'not valid yet' },
    { what: 'of another host', pair: selfSigned('other.example.com'), says: 'for another name' },
    { what: 'of the parent', pair: selfSigned('example.com'), says: 'for another name' },
    { what: 'of a child', pair: selfSigned('x.api.example.com'), says: 'for another name' },
    { what: 'with a star for more than one part', pair: selfSigned('*.com'), says: 'for another name' },
    { what: 'with a star for everything', pair: selfSigned('*'), says: 'for another name' },
    { what: 'with the name in its subject only, beside another', pair: api(1, 'other.example.com'), says: 'for another name' },
    { what: 'whose name goes on behind a NUL', pair: selfSigned('api.example.com\0.evil.example.com'), says: 'for another name' },
    { what: 'whose name ends like ours', pair: selfSigned('evil-api.example.com'), says: 'for another name' },
  ])('$what is refused before anything is sent', async ({ pair, says }) => {
    const server = await secure(pair);
    const seen = await asked(server);
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'tls', message: expect.stringContaining(says) as string } }]);
    expect(server.received).toEqual([]);
  });

  it('that nobody vouches for is refused', async () => {
    const server = await secure(api());
    expect((await asked(server, 'api.example.com', false)).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('self-signed') as string });
    expect(server.received).toEqual([]);
  });

  it('for a name does not do for the address it leads to', async () => {
    const server = await secure(selfSigned('127.0.0.1'));
    expect((await asked(server, '127.0.0.1')).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('for another name') as string });
    expect(server.received).toEqual([]);
  });

  it.each([{ what: 'with a star', pair: selfSigned('*.example.com'), host: 'api.example.com' }, { what: 'behind a name with a dot at its end', pair: api(), host: 'api.example.com.' }])('that is right is taken, $what', async ({ pair, host }) => {
    expect((await asked(await secure(pair), host)).body.toString()).toBe('secure');
  });
});

describe('a server', () => {
  it('that knows only old TLS is refused, and that is said', async () => {
    const server = await secure(api(), { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' });
    expect((await asked(server)).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('older version of TLS') as string });
  });

  it('that wants a certificate of ours is refused, and that is said', async () => {
    const server = await secure(api(), { requestCert: true, rejectUnauthorized: true });
    expect((await asked(server)).failure).toMatchObject({ kind: 'tls', message: expect.stringContaining('wants a client certificate') as string });
    expect(server.received).toEqual([]);
  });
});
