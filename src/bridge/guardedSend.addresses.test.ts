import { afterEach, describe, expect, it } from 'vitest';
import type { Address } from './openSocket.ts';
import { type RawServer, rawServer, responded } from './testing/rawServer.ts';
import { granted, performed, request } from './testing/send.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
const victim = async (host?: string) => {
  const server = await rawServer((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Length: 0'])), host);
  servers.push(server);
  return server;
};
const to = (...addresses: string[]) => () =>
  Promise.resolve(addresses.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 })));

/** Every way to write 127.0.0.1 or ::1 that a URL understands. */
const LOOPBACK = ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '127.0.0.1.', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '0.0.0.0', '0', '[::]', 'localhost', 'LOCALHOST.', '%31%32%37.0.0.1', '１２７.0.0.1'];

describe('loopback', () => {
  it.each(LOOPBACK)('as %s wants a grant', async (host) => {
    const server = await victim();
    const seen = await performed(request(`http://${host}:${server.port}/`));
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'needs-inside-grant' } }]);
    expect(seen.failure?.address).toBeTruthy();
    expect(server.received).toEqual([]);
  });

  it('is reached with a grant of that very host and port', async () => {
    const server = await victim();
    expect((await performed(granted(server.port))).head?.status).toBe(200);
    expect((await performed(request(`http://localhost:${server.port}/`, { insideGrant: `localhost:${server.port}` }))).head?.status).toBe(200);
    const near = [`127.0.0.1:${server.port + 1}`, '127.0.0.1', `127.0.0.2:${server.port}`, `localhost:${server.port}`, `127.0.0.1:${server.port}/x`, `x@127.0.0.1:${server.port}`, ''];
    for (const insideGrant of near) {
      expect((await performed(request(`http://127.0.0.1:${server.port}/`, { insideGrant }))).failure?.kind).toBe('needs-inside-grant');
    }
    expect(server.received).toHaveLength(2);
  });
});

describe('own sockets', () => {
  it.each(LOOPBACK)('are never called as %s, grant or not', async (host) => {
    const own = await victim();
    const ownSockets = [{ address: '127.0.0.1', port: own.port }, { address: '::1', port: own.port }];
    const seen = await performed(request(`http://${host}:${own.port}/bridge/send`, { insideGrant: `${host}:${own.port}` }), { ownSockets });
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'refused-address', message: expect.stringContaining('ASL Studio itself') as string } }]);
    expect(own.received).toEqual([]);
  });

  it('are never called by a name that leads to them', async () => {
    const own = await victim();
    const seen = await performed(request(`http://me.example.com:${own.port}/`, { insideGrant: `me.example.com:${own.port}` }), {
      ownSockets: [{ address: '127.0.0.1', port: own.port }], resolve: to('127.0.0.1'),
    });
    expect(seen.failure?.kind).toBe('refused-address');
    expect(own.received).toEqual([]);
  });

  it('are never called by an address of this machine when they are open on all of them', async () => {
    const seen = await performed(request('http://127.0.0.1:9/', { insideGrant: '127.0.0.1:9' }), { ownSockets: [{ address: '::', port: 9 }] });
    expect(seen.failure?.kind).toBe('refused-address');
  });
});

describe('addresses that are never sent to', () => {
  it.each([
    '169.254.169.254', '169.254.1.1', '0xa9fea9fe', '2852039166', '[::ffff:169.254.169.254]', '[64:ff9b::a9fe:a9fe]', '[fe80::1]', '[fd00:ec2::254]', '100.100.100.200', '168.63.129.16',
    '224.0.0.1', '[ff02::1]', '255.255.255.255', 'metadata.google.internal',
  ])('%s, whatever was granted', async (host) => {
    const seen = await performed(request(`http://${host}/latest/meta-data/`, { insideGrant: `${host}:80` }), { resolve: to('203.0.113.9') });
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'refused-address', message: expect.stringContaining('Nothing is ever sent there') as string } }]);
  });
});

describe('names', () => {
  it('that lead inside want a grant, and say where they lead', async () => {
    const server = await victim();
    const seen = await performed(request(`http://api.example.com:${server.port}/`), { resolve: to('127.0.0.1') });
    expect(seen.failure).toEqual({
      kind: 'needs-inside-grant', address: '127.0.0.1',
      message: `api.example.com:${server.port} leads to 127.0.0.1, which is on this machine. Sending there needs your permission for api.example.com:${server.port}.`,
    });
    expect(server.received).toEqual([]);
  });

  it.each([['10.0.0.5'], ['192.168.1.1'], ['100.64.0.1'], ['fc00::1'], ['203.0.113.9', '10.0.0.5'], ['203.0.113.9', '::ffff:10.0.0.5']])('that lead to %s want a grant', async (...addresses) => {
    expect((await performed(request('https://api.example.com/'), { resolve: to(...addresses) })).failure?.kind).toBe('needs-inside-grant');
  });

  it.each([['169.254.169.254'], ['203.0.113.9', '169.254.169.254'], ['64:ff9b::a9fe:a9fe'], ['not an address']])('that lead to %s are refused', async (...addresses) => {
    const seen = await performed(request('https://api.example.com/', { insideGrant: 'api.example.com:443' }), { resolve: to(...addresses) });
    expect(seen.failure?.kind).toBe('refused-address');
  });

  it('are resolved once: what they lead to a moment later changes nothing', async () => {
    const [checked, rebound] = [await victim(), await victim('127.0.0.2')];
    let asked = 0;
    const resolve = () => to(asked++ === 0 ? '127.0.0.1' : '127.0.0.2')();
    const seen = await performed(request(`http://api.example.com:${checked.port}/`, { insideGrant: `api.example.com:${checked.port}` }), { resolve });
    expect([seen.sent?.remoteAddress, asked]).toEqual(['127.0.0.1', 1]);
    expect([checked.received.length, rebound.received.length]).toEqual([1, 0]);
  });

  it('that have several addresses are tried one after the other', async () => {
    const server = await victim();
    const seen = await performed(request(`http://api.example.com:${server.port}/`, { insideGrant: `api.example.com:${server.port}` }), { resolve: to('127.0.0.3', '127.0.0.1') });
    expect(seen.sent?.remoteAddress).toBe('127.0.0.1');
    expect(seen.last).toMatchObject({ type: 'end' });
  });

  it('that have no address are said to', async () => {
    expect((await performed(request('https://api.example.com/'), { resolve: to() })).failure?.kind).toBe('dns');
  });
});

describe('secrets', () => {
  const secretly = (port: number, secretOrigins: readonly string[]) => granted(port, '/', { secretOrigins });

  it('go to the origins they are bound to and nowhere else', async () => {
    const server = await victim();
    expect((await performed(secretly(server.port, [`http://127.0.0.1:${server.port}`]))).head?.status).toBe(200);
    for (const origins of [[], ['https://api.example.com'], [`http://127.0.0.1:${server.port + 1}`], [`https://127.0.0.1:${server.port}`]]) {
      const seen = await performed(secretly(server.port, origins));
      expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'secret-not-allowed' } }]);
    }
    expect(server.received).toHaveLength(1);
  });

  it('may go to the sandbox, which needs no grant either', async () => {
    const sandbox = await victim();
    const sandboxOrigin = `http://127.0.0.1:${sandbox.port}`;
    const asked = request(`${sandboxOrigin}/v1/invoices`, { secretOrigins: ['https://api.stripe.com'] });
    expect((await performed(asked, { sandboxOrigin })).head?.status).toBe(200);
    expect((await performed(asked)).failure?.kind).toBe('secret-not-allowed');
    expect((await performed(request(`http://localhost:${sandbox.port}/`), { sandboxOrigin })).failure?.kind).toBe('needs-inside-grant');
  });
});
