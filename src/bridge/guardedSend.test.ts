import { gzipSync, brotliCompressSync, deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { BODY_CAP_BYTES } from './readBody.ts';
import { type RawServer, rawServer, responded } from './testing/rawServer.ts';
import { granted, performed } from './testing/send.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
const serve = async (...args: Parameters<typeof rawServer>) => {
  const server = await rawServer(...args);
  servers.push(server);
  return server;
};
const answering = (bytes: Buffer) => serve((socket) => socket.end(bytes));

describe('what is sent', () => {
  it('is the given request, byte for byte', async () => {
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Length: 0']));
    const headers = ['hOsT', 'api.example.com', 'X-B', '1', 'x-a', '2', 'X-B', '3', 'Latin', 'täst', 'Empty', '', 'Content-Length', '4', 'Connection', 'keep-alive'];
    const seen = await performed(granted(server.port, '/a%2Fb?x=%20&y[]=1', { method: 'POST', headers, bodyBase64: Buffer.from([0, 255, 10, 13]).toString('base64') }));
    const lines = Array.from({ length: headers.length / 2 }, (_, i) => `${headers[2 * i]}: ${headers[2 * i + 1]}`);
    expect(server.received).toEqual([`POST /a%2Fb?x=%20&y[]=1 HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n\u0000ÿ\n\r`]);
    expect(seen.sent).toEqual({ type: 'sent', remoteAddress: '127.0.0.1', headers });
  });

  it('is completed only by what HTTP needs, and says so', async () => {
    const server = await answering(responded(['HTTP/1.1 204 No Content']));
    const seen = await performed(granted(server.port, '/', { method: 'POST', headers: ['A', 'b'], bodyBase64: 'eA==' }));
    expect(server.received).toEqual([`POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nA: b\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx`]);
    expect(seen.sent?.headers).toEqual(['Host', `127.0.0.1:${server.port}`, 'A', 'b', 'Content-Length', '1', 'Connection', 'close']);
  });

  it.each([
    { what: 'a line end in a value', more: { headers: ['A', 'b\r\nEvil: 1'] } },
    { what: 'a NUL in a value', more: { headers: ['A', 'b\0'] } },
    { what: 'a character beyond Latin-1', more: { headers: ['A', '€'] } },
    { what: 'a space in a name', more: { headers: ['A B', 'c'] } },
    { what: 'a line end in a name', more: { headers: ['A\r\nEvil', 'c'] } },
    { what: 'an empty name', more: { headers: ['', 'c'] } },
    { what: 'a name without a value', more: { headers: ['A'] } },
    { what: 'a second Host', more: { headers: ['Host', 'a', 'host', 'b'] } },
    { what: 'a wrong Content-Length', more: { headers: ['Content-Length', '2'], bodyBase64: 'eA==' } },
    { what: 'Transfer-Encoding', more: { headers: ['Transfer-Encoding', 'chunked'], bodyBase64: 'eA==' } },
    { what: 'an unknown method', more: { method: 'CONNECT' } },
    { what: 'a method with a line end', more: { method: 'GET / HTTP/1.1\r\nEvil: 1\r\n\r\nGET' } },
    { what: 'a scheme that is not HTTP', more: { url: 'file:///etc/passwd' } },
    { what: 'credentials in the URL', more: { url: 'http://user:secret-word@127.0.0.1/' } },
    { what: 'a body that is not base64', more: { bodyBase64: 'eA' } },
    { what: 'no URL', more: { url: 'nonsense' } },
  ])('is nothing for $what', async ({ more }) => {
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Length: 0']));
    const seen = await performed(granted(server.port, '/', more));
    expect(seen.events).toMatchObject([{ type: 'error', failure: { kind: 'bad-request' } }]);
    expect(seen.failure?.message).not.toMatch(/secret-word|[\r\n]/);
    expect(server.received).toEqual([]);
  });
});

describe('what is received', () => {
  it('is told as it came: odd status line, order, case and repetitions', async () => {
    const server = await answering(responded(['HTTP/1.1 299 Very Created', 'Set-Cookie: a=1', 'x-LOUD: Yes', 'Set-Cookie: b=2', 'Content-Length: 2'], 'ok'));
    const seen = await performed(granted(server.port));
    expect(seen.head).toEqual({
      type: 'head', httpVersion: '1.1', status: 299, statusText: 'Very Created', headers: ['Set-Cookie', 'a=1', 'x-LOUD', 'Yes', 'Set-Cookie', 'b=2', 'Content-Length', '2'],
    });
    expect(seen.body.toString()).toBe('ok');
    expect(seen.last).toMatchObject({ type: 'end', sizeBytes: 2, truncated: false });
    expect(Object.keys(seen.phases)).toEqual(['connect', 'sent', 'firstByte', 'end']);
  });

  it('is a redirect, not where it leads', async () => {
    const inside = await answering(responded(['HTTP/1.1 200 OK', 'Content-Length: 6'], 'inside'));
    const server = await answering(responded(['HTTP/1.1 302 Found', `Location: http://127.0.0.1:${inside.port}/`, 'Content-Length: 0']));
    const seen = await performed(granted(server.port));
    expect(seen.head?.status).toBe(302);
    expect(inside.received).toEqual([]);
  });

  it.each([
    { encoding: 'gzip', pack: gzipSync },
    { encoding: 'deflate', pack: deflateSync },
    { encoding: 'br', pack: brotliCompressSync },
    { encoding: 'identity', pack: (text: string) => Buffer.from(text) },
    { encoding: 'something-new', pack: (text: string) => Buffer.from(text) },
  ])('is unpacked from $encoding, with its size on the wire', async ({ encoding, pack }) => {
    const text = JSON.stringify({ words: Array.from({ length: 200 }, () => 'word') });
    const packed = pack(text);
    const server = await answering(responded(['HTTP/1.1 200 OK', `Content-Encoding: ${encoding}`, `Content-Length: ${packed.length}`], packed));
    const seen = await performed(granted(server.port));
    expect(seen.body.toString()).toBe(text);
    expect(seen.last).toMatchObject({ type: 'end', sizeBytes: packed.length, truncated: false });
  });

  it('is unpacked from two encodings in the right order', async () => {
    const packed = brotliCompressSync(gzipSync('twice'));
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Encoding: gzip, br', `Content-Length: ${packed.length}`], packed));
    expect((await performed(granted(server.port))).body.toString()).toBe('twice');
  });

  it.each([204, 304])('is empty for %s, compressed or not', async (status) => {
    const server = await answering(responded([`HTTP/1.1 ${status} X`, 'Content-Encoding: gzip']));
    expect((await performed(granted(server.port))).last).toMatchObject({ type: 'end', sizeBytes: 0 });
  });

  it('ends once, even where a server sends a body after HEAD', async () => {
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Length: 2'], 'ok'));
    const { events } = await performed(granted(server.port, '/', { method: 'HEAD' }));
    expect(events.map(({ type }) => type)).toEqual(['sent', 'head', 'end']);
  });

  it('is empty for HEAD', async () => {
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Encoding: gzip', 'Content-Length: 999']));
    expect((await performed(granted(server.port, '/', { method: 'HEAD' }))).last).toMatchObject({ type: 'end', sizeBytes: 0 });
  });

  it('keeps every byte of a binary body', async () => {
    const bytes = Buffer.from(Array.from({ length: 1024 }, (_, i) => i % 256));
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Type: application/octet-stream'], bytes));
    expect((await performed(granted(server.port))).body.equals(bytes)).toBe(true);
  });

  it('is cut at the cap when it is 3 MB', async () => {
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Length: 3000000'], Buffer.alloc(3_000_000, 'y')));
    const seen = await performed(granted(server.port));
    expect(seen.body.equals(Buffer.alloc(BODY_CAP_BYTES, 'y'))).toBe(true);
    expect(seen.last).toMatchObject({ type: 'end', truncated: true });
  });

  it('is whole when it ends exactly at the cap', async () => {
    const server = await answering(responded(['HTTP/1.1 200 OK'], Buffer.alloc(BODY_CAP_BYTES, 'y')));
    expect((await performed(granted(server.port))).last).toMatchObject({ type: 'end', truncated: false, sizeBytes: BODY_CAP_BYTES });
  });

  it('stops a compressed bomb at the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    const server = await answering(responded(['HTTP/1.1 200 OK', 'Content-Encoding: gzip', `Content-Length: ${bomb.length}`], bomb));
    const before = process.memoryUsage().arrayBuffers;
    const seen = await performed(granted(server.port));
    expect(seen.body.length).toBe(BODY_CAP_BYTES);
    expect(seen.last).toMatchObject({ type: 'end', truncated: true });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('is what arrived of a compressed body that Range has cut', async () => {
    const part = gzipSync(Buffer.from('0123456789'.repeat(10_000))).subarray(0, 60);
    const server = await answering(responded(['HTTP/1.1 206 Partial Content', 'Content-Encoding: gzip', `Content-Length: ${part.length}`], part));
    const seen = await performed(granted(server.port));
    expect(seen.last?.type).toBe('end');
    expect(seen.body.toString()).toMatch(/^0123456789/);
  });
});

describe('what goes wrong', () => {
  const failing = async (answer: Parameters<typeof rawServer>[0], more = {}) => performed(granted((await serve(answer)).port, '/', more));

  it('names a body that is cut, and keeps what came', async () => {
    const seen = await failing((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Length: 10'], 'half')));
    expect(seen.body.toString()).toBe('half');
    expect(seen.failure).toMatchObject({ kind: 'reset', message: expect.stringContaining('in the middle of the response body') as string });
  });

  it('names a connection that closes without an answer', async () => {
    expect((await failing((socket) => socket.destroy())).failure?.kind).toBe('reset');
    expect((await failing((socket) => socket.end())).failure).toMatchObject({ kind: 'reset', message: expect.stringContaining('before it answered') as string });
    expect((await failing((socket) => socket.resetAndDestroy())).failure?.kind).toBe('reset');
  });

  it('names an answer that is not HTTP', async () => {
    expect((await failing((socket) => socket.end('220 mail.example.com ESMTP\r\n'))).failure?.message).toContain('not HTTP/1.1');
  });

  it('names a body that is not compressed as it says', async () => {
    const lines = ['HTTP/1.1 200 OK', 'Content-Encoding: gzip', 'Content-Length: 5'];
    expect((await failing((socket) => socket.end(responded(lines, 'plain')))).failure?.message).toContain('cannot be decompressed');
  });

  it('names headers that are too long', async () => {
    const seen = await failing((socket) => socket.end(responded(['HTTP/1.1 200 OK', `X: ${'x'.repeat(70_000)}`])));
    expect(seen.failure?.kind).toBe('too-large');
  });

  it('gives up after the time that was asked for, saying where it waited', async () => {
    const silent = await failing(() => {}, { timeoutMs: 50 });
    expect(silent.failure).toMatchObject({ kind: 'timeout', message: expect.stringMatching(/did not answer within 0\.05 s/) as string });
    const slow = await failing((socket) => socket.write(responded(['HTTP/1.1 200 OK', 'Content-Length: 10'], 'begin')), { timeoutMs: 50 });
    expect([slow.failure?.kind, slow.body.toString()]).toEqual(['timeout', 'begin']);
    expect(slow.failure?.message).toContain('did not end within');
  });

  it('gives up on a name server that hangs', async () => {
    const seen = await performed(granted(1, '/', { url: 'http://api.example.com/', timeoutMs: 50 }), { resolve: () => new Promise(() => {}) });
    expect(seen.failure).toMatchObject({ kind: 'timeout', message: expect.stringContaining('did not resolve') as string });
  });

  it('stops when it is told to, at any stage', async () => {
    const stop = new AbortController();
    const server = await serve((socket) => {
      socket.on('close', () => {});
      stop.abort();
    });
    const seen = await performed(granted(server.port), { signal: stop.signal });
    expect(seen.failure).toMatchObject({ kind: 'stopped', maybeSent: true });
    const before = await performed(granted(server.port), { signal: stop.signal });
    expect(before.events).toEqual([{ type: 'error', failure: { kind: 'stopped', message: 'Stopped before it was finished.' }, phases: {} }]);
    expect(server.received).toHaveLength(1);
  });

  it('names a port where nothing listens', async () => {
    const server = await serve(() => {});
    await server.close();
    expect((await performed(granted(server.port))).failure).toMatchObject({ kind: 'connect', message: expect.stringContaining('Nothing listens') as string });
  });

  it('names a host that does not resolve', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    const seen = await performed(granted(1, '/', { url: 'https://api.example.com/' }), { resolve });
    expect(seen.failure).toMatchObject({ kind: 'dns', message: expect.stringContaining('api.example.com does not resolve') as string });
  });
});
