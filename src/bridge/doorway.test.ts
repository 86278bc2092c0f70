import { createServer, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDoorway } from './doorway.ts';
import { type PeerUser, peerUser } from './peerUser.ts';

const TOKEN = 'the-token';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Given {
  now?: number;
  whose?: PeerUser;
}
async function doorway(given: Given = {}) {
  const door = createDoorway(TOKEN, () => given.now ?? 0, () => Promise.resolve(given.whose ?? 'same'));
  const server = createServer((request, response) => {
    if (!door.answer(request, response)) response.end('the app');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, method = 'GET') => new Promise<readonly [number, string]>((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', path, method, agent: false }, (response) => {
      response.resume();
      resolve([response.statusCode ?? 0, response.headers.location ?? '']);
    }).on('error', reject).end();
  });
  return { door, ask };
}
const IN = [302, `/#token=${TOKEN}`];
const OUT = [410, ''];

describe('the link that opens the browser', () => {
  it('works once, also for two who ask at once', async () => {
    const { door, ask } = await doorway();
    const path = door.openOnce();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(path)));
    expect(answers.filter(([status]) => status === 302)).toEqual([IN]);
    expect(await ask(path)).toEqual(OUT);
  });

  it('works for a minute', async () => {
    const given: Given = {};
    const { door, ask } = await doorway(given);
    const path = door.openOnce();
    given.now = 60_000;
    expect(await ask(path)).toEqual(OUT);
    given.now = 59_999;
    expect(await ask(path)).toEqual(IN);
  });

  it('is not used up, and tells nothing, when another user is faster than the browser', async () => {
    const given: Given = { whose: 'other' };
    const { door, ask } = await doorway(given);
    const path = door.openOnce();
    expect(await ask(path)).toEqual(OUT);
    given.whose = 'same';
    expect(await ask(path)).toEqual(IN);
  });

  it('works where the system does not tell who asks', async () => {
    const { door, ask } = await doorway({ whose: 'unknown' });
    expect(await ask(door.openOnce())).toEqual(IN);
  });

  it.each(['HEAD', 'POST', 'OPTIONS'])('is not used up by %s', async (method) => {
    const { door, ask } = await doorway();
    const path = door.openOnce();
    expect(await ask(path, method)).toEqual(OUT);
    expect(await ask(path)).toEqual(IN);
  });

  it('is the newest only, to the letter', async () => {
    const { door, ask } = await doorway();
    const [old, path] = [door.openOnce(), door.openOnce()];
    for (const wrong of [old, `${path}/`, `${path}?x`, path.slice(0, -1), `/open/${path.slice('/open/'.length).toUpperCase()}`, '/open/', '/open/undefined', '/open/null']) expect(await ask(wrong)).toEqual(OUT);
    expect(await ask(path)).toEqual(IN);
  });
});

describe('peerUser', () => {
  const me = process.getuid?.() ?? -1;
  const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
  const row = (local: string, remote: string, state: string, uid: number) => `   1: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  ${uid}        0 591416 1 0000000040614d9a 20 4 30 10 -1`;
  /** They: port 50000 (C350). We: port 7420 (1CFC). */
  const ends = { remoteAddress: '127.0.0.1', remotePort: 50_000, localAddress: '127.0.0.1', localPort: 7420 };
  const theirs = '0100007F:C350';
  const ours = '0100007F:1CFC';
  const told = (rows: readonly string[], rows6: readonly string[] = [], socket: Parameters<typeof peerUser>[0] = ends) =>
    peerUser(socket, (name) => Promise.resolve([header, ...(name === 'tcp' ? rows : rows6)].join('\n')));

  it.runIf(process.getuid && process.arch !== 's390x').each([
    { what: 'me', rows: [row(theirs, ours, '01', me)], user: 'same' },
    { what: 'root, who reads the token anyway', rows: [row(theirs, ours, '01', 0)], user: 'same' },
    { what: 'another user', rows: [row(theirs, ours, '01', 4321)], user: 'other' },
    { what: 'our own end of it, which is ours', rows: [row(ours, theirs, '01', me)], user: 'other' },
    { what: 'one who has closed it: then it belongs to nobody, shown as 0', rows: [row(theirs, ours, '06', 0), row(theirs, ours, '05', 0)], user: 'other' },
    { what: 'another port of mine', rows: [row('0100007F:C351', ours, '01', me)], user: 'other' },
    { what: 'nobody who is listed', rows: [], user: 'other' },
  ] as const)('$what: $user', async ({ rows, user }) => {
    expect(await told(rows)).toBe(user);
  });

  it.runIf(process.getuid && process.arch !== 's390x')('reads addresses of IPv6, and IPv4 in them', async () => {
    const mapped = '0000000000000000FFFF00000100007F';
    expect(await told([], [row(`${mapped}:C350`, `${mapped}:1CFC`, '01', me)])).toBe('same');
    const six = '00000000000000000000000001000000';
    expect(await told([], [row(`${six}:C350`, `${six}:1CFC`, '01', me)], { ...ends, remoteAddress: '::1', localAddress: '::1' })).toBe('same');
  });

  it('is unknown where there is no such list', async () => {
    expect(await peerUser(ends, () => Promise.reject(new Error('no such file')))).toBe('unknown');
  });

  it.runIf(process.platform === 'linux').each(['127.0.0.1', '::1'])('knows a connection of this very process at %s', async (host) => {
    const server = createServer();
    servers.push(server);
    const listening = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(0, host, () => resolve(true)));
    if (!listening) return; // no IPv6 here
    const told = new Promise<PeerUser>((resolve) => server.on('connection', (socket) => void peerUser(socket).then(resolve)));
    connect((server.address() as AddressInfo).port, host).on('error', () => {});
    expect(await told).toBe('same');
  });
});
