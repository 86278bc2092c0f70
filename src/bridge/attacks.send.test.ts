/** Attacks by a workflow, and by the server it calls. Promises: design.md sections 5 and 6; docs/bridge.md, "What it sends, and where". */
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createBridge } from './createBridge.ts';
import type { Address } from './openSocket.ts';
import { BODY_CAP_BYTES } from './readBody.ts';
import { TOKEN_HEADER } from '../protocol/bridge.ts';
import { type RawServer, rawServer, responded } from './testing/rawServer.ts';
import { granted, performed, request } from './testing/send.ts';

const servers: Pick<RawServer, 'close'>[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
const serve = async (...args: Parameters<typeof rawServer>) => {
  const server = await rawServer(...args);
  servers.push(server);
  return server;
};
const OK = responded(['HTTP/1.1 200 OK', 'Content-Length: 2'], 'ok');
const victim = () => serve((socket) => socket.end(OK));
const to = (...addresses: readonly string[]) => () => Promise.resolve(addresses.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 })));

/** No name server is asked about this machine. */
const nobody = () => Promise.reject(new Error('asked a name server'));

/** Spellings of this machine, on top of those in guardedSend.addresses.test.ts. `PORT` is the victim's. */
const HERE: readonly string[] = [
  'http://0x7f000001:PORT/', 'http://017700000001:PORT/', 'http://0x7f.0x0.0x0.0x1:PORT/', 'http://127.0.1:PORT/', 'http://127.255.255.254:PORT/', 'http://00:PORT/', 'http://0x0:PORT/', 'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[0000:0000::0001]:PORT/', 'http://[::127.0.0.1]:PORT/', 'http://[::ffff:0:127.0.0.1]:PORT/', 'http://[::ffff:0.0.0.0]:PORT/', 'http://[64:ff9b::127.0.0.1]:PORT/', 'http://[64:ff9b::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/', 'http://[2002:7f00:1::1]:PORT/', 'http://[2001:0:808:808::80ff:fffe]:PORT/', 'http://foo.localhost:PORT/', 'http://a.b.c.localhost.:PORT/', 'http://LocalHost:PORT/', 'http://localhost%2e:PORT/', 'http://%6c%6f%63alhost:PORT/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/', 'http://ｌｏｃａｌｈｏｓｔ:PORT/', 'http://loc\u00adalhost:PORT/', 'http://①②⑦.⓪.⓪.①:PORT/', 'http://127。0。0。1:PORT/', 'http://127．0．0．1:PORT/',
  'http:127.0.0.1:PORT/', 'http:/127.0.0.1:PORT/', 'http:///127.0.0.1:PORT/', 'http:\\\\127.0.0.1:PORT\\', 'ht\ntp://127.0.\t0.1:PORT/', '  http://127.0.0.1:PORT/', 'HTTP://127.0.0.1:0PORT/', 'http://127.0.0.1:PORT?@api.example.com/', 'http://127.0.0.1:PORT#@api.example.com/',
  'http://127.0.0.1:PORT\\@api.example.com/', 'http://127.0.0.1.:PORT/',
];
const at = (text: string, port: number) => text.replace('PORT', String(port));

describe('inside addresses', () => {
  it.each(HERE)('%j wants a grant', async (text) => {
    const server = await victim();
    expect((await performed(request(at(text, server.port)), { resolve: nobody })).events).toMatchObject([{ type: 'error', failure: { kind: 'needs-inside-grant' } }]);
    expect(server.received).toEqual([]);
  });

  it.each(HERE)('%j is never the bridge itself, whatever was granted', async (text) => {
    const own = await victim();
    const url = at(text, own.port);
    for (const insideGrant of [new URL(url).host, `127.0.0.1:${own.port}`, `localhost:${own.port}`]) {
      expect((await performed(request(url, { insideGrant }), { ownSockets: [{ address: '127.0.0.1', port: own.port }, { address: '::1', port: own.port }] })).failure?.kind).toBe('refused-address');
    }
    expect(own.received).toEqual([]);
  });

  it.each(['10.0.0.1', '0x0a000001', '167772161', '012.1', '172.16.0.1', '172.31.255.254', '192.168.0.1', '3232235521', '100.64.0.1', '[fc00::1]', '[fdab::1]', '[fec0::1]', '[::ffff:10.0.0.1]', '[::ffff:c0a8:1]', '[64:ff9b::10.0.0.1]', '[2002:a00:1::]', '[2001:db8:1:1:0:5efe:10.0.0.1]', '198.18.0.1'])('%s wants one, too', async (host) => {
    expect((await performed(request(`https://${host}/`))).failure?.kind).toBe('needs-inside-grant');
  });

  it.each(['*', '*:PORT', '127.0.0.1:*', '127.0.0.*:PORT', '127.0.0.1:PORT,evil.example.com', '0.0.0.0:PORT', 'localhost:PORT', '[::1]:PORT', '127.0.0.1:PORT@', '127.0.0.1:PORT\n', 'http://127.0.0.1:PORT', '//127.0.0.1:PORT', 'evil@127.0.0.1:PORT', '127.0.0.1:PORT/..', '127.0.0.1:PORT?', ' 127.0.0.1:PORT'])('a grant that only looks like it does not count: %j', async (grant) => {
    const server = await victim();
    expect((await performed(request(`http://127.0.0.1:${server.port}/`, { insideGrant: at(grant, server.port) }))).failure?.kind).toBe('needs-inside-grant');
    expect(server.received).toEqual([]);
  });
});

describe('addresses of clouds, neighbours and nobody', () => {
  it.each([
    '0xa9fea9fe', '0251.0376.0251.0376', '025177524776', '169.254.43518', '169.16689662', '169.254.169.254.', '[::ffff:a9fe:a9fe]', '[::169.254.169.254]', '[::ffff:0:a9fe:a9fe]', '[64:ff9b::169.254.169.254]', '[64:ff9b:1::a9fe:a9fe]',
    '[2002:a9fe:a9fe::]', '[2001:0:808:808:0:0:5601:5601]', '[2001:db8:1:1:0:5efe:169.254.169.254]', '①⑥⑨.②⑤④.①⑥⑨.②⑤④', '１６９.254.169.254', '169.254.170.2', '169.254.170.23', '192.0.0.192', '0x64.0x64.0x64.0xc8', '0xa83f8110', '[fd00:ec2::254]', '[FD00:0EC2:0:0::254]', '[fd20:ce::254]',
    '[fe80::a9fe:a9fe]', '[febf::1]', '[ff05::1:3]', '239.255.255.250', '240.0.0.1', '0.1.2.3', '255.255.255.255', '[::ffff:255.255.255.255]', '[64:ff9b::e000:1]', '[100::1]', '[64:ff9b:2::1]',
    'METADATA.google.internal', 'metadata.google.internal.', 'metadata', 'metadata.goog', 'instance-data', 'instance-data.ec2.internal', 'ｍetadata.google.internal',
  ])('%s is never sent to', async (host) => {
    const seen = await performed(request(`http://${host}/`, { insideGrant: `${host}:80` }), { resolve: to('127.0.0.1') });
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'refused-address' } }]);
  });

  it.each([
    'http://[fe80::1%25eth0]/', 'http://[fe80::1%eth0]/', 'http://[::1%25lo]/', 'http://[::1', 'http://::1/', 'http://1.2.3.4.5/', 'http://256.1.1.1/', 'http://0x1ffffffff/', 'http://127.0.0.1:99999/', 'http://xn--/', 'http://exa mple.com/', 'http://exam<ple.com/', 'http:///', 'http://',
    'ftp://127.0.0.1/', 'gopher://127.0.0.1/', 'file:///etc/passwd', 'data:text/plain,x', 'blob:http://127.0.0.1/1', 'javascript:1', 'unix:/var/run/docker.sock', 'ws://127.0.0.1/', 'about:blank', '//127.0.0.1/', '/bridge/send', '',
    'http://user:pass@127.0.0.1/', 'http://127.0.0.1@evil.example.com/', 'http://:@127.0.0.1/'.replace(':@', ':x@'), 'https://api.stripe.com@127.0.0.1/',
  ])('%j is no endpoint at all', async (url) => {
    expect((await performed(request(url, { insideGrant: '127.0.0.1:80' }), { resolve: to('127.0.0.1') })).failure?.kind).toBe('bad-request');
  });
});

describe('names that change their mind', () => {
  const leading = async (...answers: readonly (readonly string[])[]) => {
    const server = await victim();
    let asked = 0;
    const resolve = () => to(...(answers[Math.min(asked++, answers.length - 1)] ?? []))();
    const url = `http://rebind.example.com:${server.port}/`;
    return { seen: await performed(request(url), { resolve, ownSockets: [] }), server, asked: () => asked };
  };

  it.each([
    { what: 'public and inside at once', answers: [['203.0.113.9', '127.0.0.1']] },
    { what: 'inside and public at once', answers: [['127.0.0.1', '203.0.113.9']] },
    { what: 'inside, then public', answers: [['127.0.0.1'], ['203.0.113.9']] },
    { what: 'this machine as 0.0.0.0', answers: [['0.0.0.0']] },
    { what: 'this machine as ::', answers: [['::']] },
    { what: 'this machine, mapped', answers: [['::ffff:127.0.0.1']] },
    { what: 'this machine with a zone', answers: [['::1%lo']] },
    { what: 'one of a hundred', answers: [[...Array.from({ length: 100 }, (_, i) => `203.0.113.${i}`), '10.0.0.1']] },
  ])('$what: a grant is wanted, nothing is sent', async ({ answers }) => {
    const { seen, server } = await leading(...answers);
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'needs-inside-grant' } }]);
    expect(server.received).toEqual([]);
  });

  it.each([['169.254.169.254'], ['fe80::1%eth0'], ['64:ff9b::a9fe:a9fe'], ['203.0.113.9', '169.254.169.254'], ['metadata.google.internal'], ['0x7f.1'], ['127.1'], ['224.0.0.1']])('%s: refused', async (...addresses) => {
    const { seen, server } = await leading(addresses);
    expect(seen.failure?.kind).toBe('refused-address');
    expect(server.received).toEqual([]);
  });

  it('a moment later: the address that was checked is the one that is used, and nobody asks again', async () => {
    const [checked, other] = [await victim(), await victim()];
    let asked = 0;
    const resolve = () => to(asked++ === 0 ? '127.0.0.1' : '169.254.169.254')();
    const seen = await performed(request(`http://rebind.example.com:${checked.port}/`, { insideGrant: `rebind.example.com:${checked.port}` }), { resolve });
    expect([seen.head?.status, asked, checked.received.length, other.received.length]).toEqual([200, 1, 1, 0]);
  });

  it('a grant for one name is none for another that leads to the same place', async () => {
    const server = await victim();
    const seen = await performed(request(`http://other.example.com:${server.port}/`, { insideGrant: `mine.example.com:${server.port}` }), { resolve: to('127.0.0.1') });
    expect(seen.failure?.kind).toBe('needs-inside-grant');
  });
});

describe('a second request inside the first', () => {
  const CUT = ['\r\n', '\n', '\r', '\0', '\u2028', '\u0085\n', '\r\n '];
  const INJECTED = `X: y\r\n\r\nGET /evil HTTP/1.1`;
  it.each(CUT.flatMap((cut) => [
    { where: 'a header\'s value', cut, more: { headers: ['A', `b${cut}${INJECTED}`] } },
    { where: 'a header\'s name', cut, more: { headers: [`A${cut}X`, 'b'] } },
    { where: 'the method', cut, more: { method: `GET${cut}` } },
  ]))('in $where, by $cut', async ({ more }) => {
    const server = await victim();
    expect((await performed(granted(server.port, '/', more))).failure?.kind).toBe('bad-request');
    expect(server.received).toEqual([]);
  });

  it.each([...CUT, '%0d%0a', ' HTTP/1.1\r\nX: y', '\\', '\t'])('in the path or query, by %j: it stays one line', async (cut) => {
    const server = await victim();
    await performed(granted(server.port, `/a${cut}b?c${cut}d`));
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatch(/^GET \/a[^\s]*\?[^\s]* HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\nConnection: close\r\n\r\n$/);
  });

  it.each([
    ['CONNECT', {}], ['TRACE', {}], ['TRACK', {}], ['PRI', {}], ['get', {}], ['', {}], ['GET ', {}], ['GÉT', {}], ['POST', { headers: ['Content-Length', '0x1'], bodyBase64: 'eA==' }], ['POST', { headers: ['Content-Length', '1', 'content-length', '1'], bodyBase64: 'eA==' }],
    ['POST', { headers: ['Content-Length', '1, 1'], bodyBase64: 'eA==' }], ['POST', { headers: ['Content-Length', '0'], bodyBase64: 'eA==' }], ['POST', { headers: ['TRANSFER-ENCODING', 'identity'] }], ['GET', { headers: ['Upgrade', 'h2c'] }], ['POST', { headers: ['Expect', '100-continue'] }],
    ['POST', { headers: ['Trailer', 'X'] }], ['GET', { headers: ['Host', 'a', 'HOST', 'a'] }], ['GET', { headers: ['Connection', 'close', 'Connection', 'keep-alive'] }], ['GET', { headers: ['a:b', 'c'] }], ['GET', { headers: ['a ', 'c'] }], ['GET', { headers: [':path', 'c'] }], ['GET', { headers: ['ä', 'c'] }], ['GET', { headers: ['A', '\u{1F600}'] }], ['GET', { headers: ['A', '\x7f'] }],
  ] as const)('%s with %j is not sent', async (method, more) => {
    const server = await victim();
    expect((await performed(granted(server.port, '/', { method, ...more }))).failure?.kind).toBe('bad-request');
    expect(server.received).toEqual([]);
  });

  it('in the body: a server that reads one request by its length reads no other', async () => {
    const server = await victim();
    const smuggled = 'GET /evil HTTP/1.1\r\nHost: x\r\n\r\n';
    await performed(granted(server.port, '/', { headers: ['Connection', 'keep-alive'], bodyBase64: Buffer.from(smuggled).toString('base64') }));
    expect(server.received[0]).toContain(`Content-Length: ${smuggled.length}\r\n`);
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308].flatMap((status) => ['inside', 'http://169.254.169.254/', '//evil.example.com/', 'file:///etc/passwd'].map((place) => ({ status, place }))))('$status to $place is an answer, not a way', async ({ status, place }) => {
    const inside = await victim();
    const server = await serve((socket) => socket.end(responded([`HTTP/1.1 ${status} Moved`, `Location: ${place === 'inside' ? `http://127.0.0.1:${inside.port}/` : place}`, 'Refresh: 0; url=/again', 'Content-Length: 0'])));
    const seen = await performed(granted(server.port, '/', { method: 'POST', bodyBase64: 'eA==', headers: ['Authorization', 'Bearer secret'] }));
    expect([seen.head?.status, server.received.length, inside.received.length]).toEqual([status, 1, 0]);
  });
});

const CHUNKED = ['HTTP/1.1 200 OK', 'Transfer-Encoding: chunked'];
describe('a server that lies or cuts', () => {
  it.each([
    { what: 'a chunk of no size', bytes: responded(CHUNKED, 'zz\r\nhello\r\n0\r\n\r\n'), says: 'breaks the rules of HTTP/1.1' },
    { what: 'a chunk of negative size', bytes: responded(CHUNKED, '-5\r\nhello\r\n0\r\n\r\n'), says: 'breaks the rules' },
    { what: 'a chunk larger than every number', bytes: responded(CHUNKED, `${'f'.repeat(20)}\r\nhello`), says: 'breaks the rules' },
    { what: 'a chunk longer than it says', bytes: responded(CHUNKED, '3\r\nhello\r\n0\r\n\r\n'), says: 'breaks the rules' },
    { what: 'a chunk that is cut', bytes: responded(CHUNKED, '5\r\nhel'), says: 'in the middle of the response body' },
    { what: 'no last chunk', bytes: responded(CHUNKED, '5\r\nhello\r\n'), says: 'in the middle' },
    { what: 'a body shorter than it says', bytes: responded(['HTTP/1.1 200 OK', 'Content-Length: 9'], 'hello'), says: 'in the middle' },
    { what: 'two lengths', bytes: responded(['HTTP/1.1 200 OK', 'Content-Length: 5', 'Content-Length: 6'], 'hello'), says: 'not HTTP/1.1' },
    { what: 'a length and chunks', bytes: responded([...CHUNKED, 'Content-Length: 5'], '5\r\nhello\r\n0\r\n\r\n'), says: 'not HTTP/1.1' },
    { what: 'a length that is no number', bytes: responded(['HTTP/1.1 200 OK', 'Content-Length: five'], 'hello'), says: 'not HTTP/1.1' },
    { what: 'a negative length', bytes: responded(['HTTP/1.1 200 OK', 'Content-Length: -1'], 'hello'), says: 'not HTTP/1.1' },
    { what: 'a protocol nobody asked for', bytes: responded(['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'], 'hello'), says: 'changed to another protocol' },
    { what: 'a status of five digits', bytes: responded(['HTTP/1.1 20000 OK']), says: 'not HTTP/1.1' },
    { what: 'HTTP/2', bytes: Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), says: 'not HTTP/1.1' },
    { what: 'no headers at all', bytes: Buffer.from('<html>hello</html>'), says: 'not HTTP/1.1' },
    { what: 'lines that end with LF', bytes: Buffer.from('HTTP/1.1 200 OK\nContent-Length: 2\n\nok'), says: 'not HTTP/1.1' },
    { what: 'a folded header', bytes: responded(['HTTP/1.1 200 OK', 'X: a', ' b', 'Content-Length: 2'], 'ok'), says: 'not HTTP/1.1' },
    { what: 'a NUL in a header', bytes: responded(['HTTP/1.1 200 OK', 'X: a\0b', 'Content-Length: 2'], 'ok'), says: 'not HTTP/1.1' },
    { what: 'headers of 70 kB', bytes: responded(['HTTP/1.1 200 OK', `X: ${'x'.repeat(70_000)}`]), says: 'larger than 64 KiB' },
    { what: 'nothing', bytes: Buffer.alloc(0), says: 'before it answered' },
    { what: 'half a status line', bytes: Buffer.from('HTTP/1.1 20'), says: 'before it answered' },
    { what: 'headers that never end', bytes: Buffer.from('HTTP/1.1 200 OK\r\nX: y\r\n'), says: 'before it answered' },
    { what: 'a hint, and no answer', bytes: responded(['HTTP/1.1 103 Early Hints']), says: 'before it answered' },
    { what: 'compression that is none', bytes: responded(['HTTP/1.1 200 OK', 'Content-Encoding: br', 'Content-Length: 50'], Buffer.alloc(50, 0xff)), says: 'cannot be decompressed' },
  ])('$what: a sentence', async ({ bytes, says }) => {
    const server = await serve((socket) => socket.end(bytes));
    const seen = await performed(granted(server.port));
    expect(seen.failure?.message).toContain(says);
    expect(seen.failure?.maybeSent).toBe(true);
  });

  it.each(['request', 'head', 'body'])('resets the connection after the %s', async (when) => {
    const server = await serve((socket) => {
      const bytes = when === 'request' ? '' : when === 'head' ? responded(['HTTP/1.1 200 OK', 'Content-Length: 10']) : responded(['HTTP/1.1 200 OK', 'Content-Length: 10'], 'half');
      socket.write(bytes, () => socket.resetAndDestroy());
    });
    expect((await performed(granted(server.port))).failure).toMatchObject({ kind: 'reset', maybeSent: true });
  });

  it('answers before it has read the request: the answer counts', async () => {
    const server = await serve((socket) => {
      socket.pause();
      socket.end(responded(['HTTP/1.1 413 Too Large', 'Content-Length: 2'], 'no'));
    });
    const seen = await performed(granted(server.port, '/', { method: 'POST', bodyBase64: Buffer.alloc(1_000_000).toString('base64') }));
    expect([seen.head?.status, seen.body.toString(), seen.last?.type]).toEqual([413, 'no', 'end']);
  });

  it('sends a second answer: the first counts', async () => {
    const server = await serve((socket) => socket.end(Buffer.concat([OK, responded(['HTTP/1.1 200 OK', 'Content-Length: 4'], 'evil')])));
    const seen = await performed(granted(server.port));
    expect([seen.body.toString(), seen.events.map(({ type }) => type)]).toEqual(['ok', ['sent', 'head', 'data', 'end']]);
  });

  it('sends five thousand headers: all are told', async () => {
    const server = await serve((socket) => socket.end(responded(['HTTP/1.1 200 OK', ...Array.from({ length: 5000 }, (_, i) => `x: ${i}`), 'Content-Length: 2'], 'ok')));
    expect((await performed(granted(server.port))).head?.headers).toHaveLength(10_002);
  });

  it('sends hints before the answer: they do not count', async () => {
    const hints = Array.from({ length: 100 }, () => Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'));
    const server = await serve((socket) => socket.end(Buffer.concat([...hints, OK])));
    expect((await performed(granted(server.port))).head?.status).toBe(200);
  });
});

describe('a server that takes its time', () => {
  const dripping = (first: string | Buffer, drop: string) => serve((socket) => {
    socket.write(first);
    const more = setInterval(() => socket.write(drop), 5);
    socket.on('close', () => clearInterval(more));
  });
  it.each([
    { what: 'nothing', first: '', drop: '' },
    { what: 'a status line, letter by letter', first: 'HTTP/1.1 2', drop: '0' },
    { what: 'headers without end', first: 'HTTP/1.1 200 OK\r\n', drop: 'X: y\r\n' },
    { what: 'hints without end', first: '', drop: 'HTTP/1.1 103 Early Hints\r\n\r\n' },
    { what: 'a body, letter by letter', first: responded(['HTTP/1.1 200 OK', 'Content-Length: 100000']), drop: 'x' },
    { what: 'chunks without end', first: responded(CHUNKED), drop: '1\r\nx\r\n' },
    { what: 'compressed emptiness without end', first: Buffer.concat([responded(['HTTP/1.1 200 OK', 'Content-Encoding: gzip']), gzipSync('').subarray(0, 10)]), drop: '\0\0\0\xff\xff' },
  ])('$what: it ends at the time that was allowed, not a while after the last letter', async ({ first, drop }) => {
    const server = await dripping(first, drop);
    expect((await performed(granted(server.port, '/', { timeoutMs: 150 }))).failure?.kind).toMatch(/timeout|reset/);
  });

  it.each([0, 1e12, Number.MAX_SAFE_INTEGER])('%d ms are no way around the cap of 60 s', async (timeoutMs) => {
    const server = await victim();
    expect((await performed(granted(server.port, '/', { timeoutMs }))).last?.type).toBe('end');
  });
});

describe('too much', () => {
  it.each([
    { what: 'a length of a terabyte', lines: ['HTTP/1.1 200 OK', 'Content-Length: 1000000000000'] },
    { what: 'no length', lines: ['HTTP/1.1 200 OK'] },
  ])('a body with $what is read up to the cap, and then the server is left', async ({ lines }) => {
    const server = await serve((socket) => {
      socket.write(responded(lines));
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 'y')));
      };
      socket.on('drain', more);
      more();
    });
    const seen = await performed(granted(server.port));
    expect([seen.body.length, seen.last]).toMatchObject([BODY_CAP_BYTES, { type: 'end', truncated: true }]);
  });

  it('a bomb in a bomb ends at the cap', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(50_000_000)));
    const server = await serve((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Encoding: gzip, gzip', `Content-Length: ${bomb.length}`], bomb)));
    expect((await performed(granted(server.port))).last).toMatchObject({ type: 'end', truncated: true });
  });

  it('200 requests at once: each gets its own answer, and the bridge lives', async () => {
    const server = await serve((socket, head) => {
      const path = /^\S+ (\S+)/.exec(head)?.[1] ?? '';
      socket.end(responded(['HTTP/1.1 200 OK', `Content-Length: ${path.length}`], path));
    });
    const bridge = await createBridge({ port: 0, token: 't'.repeat(43), distDir: null, version: '1' });
    servers.push(bridge);
    const ask = async (index: number) => {
      const response = await fetch(`${bridge.origin}/bridge/send`, { method: 'POST', headers: { [TOKEN_HEADER]: 't'.repeat(43), 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify(granted(server.port, `/number/${index}`, { timeoutMs: 30_000 })) });
      const data = (await response.text()).split('\n').find((line) => line.includes('"data"'));
      return Buffer.from((JSON.parse(data ?? '{}') as { base64?: string }).base64 ?? '', 'base64').toString();
    };
    const all = Array.from({ length: 200 }, (_, index) => index);
    expect(await Promise.all(all.map(ask))).toEqual(all.map((index) => `/number/${index}`));
    expect(server.received).toHaveLength(200);
  });
});

describe('secrets', () => {
  it.each([
    'https://api.example.com', 'http://127.0.0.1', 'http://127.0.0.1:PORT.evil.example.com', 'http://*:PORT', '*', 'http://*', '*.0.0.1', 'https://127.0.0.1:PORT', 'http://localhost:PORT', 'null', '', '127.0.0.1:PORT', 'http://evil@127.0.0.1:1',
  ])('bound to %j do not go to 127.0.0.1', async (origin) => {
    const server = await victim();
    expect((await performed(granted(server.port, '/', { secretOrigins: [at(origin, server.port)] }))).failure?.kind).toBe('secret-not-allowed');
    expect(server.received).toEqual([]);
  });
});
