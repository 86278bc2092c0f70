/** Attacks on the bridge's own door, written as bytes. Promises: design.md section 5, first point; docs/bridge.md, "Who may call it". */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOKEN_HEADER } from '../protocol/bridge.ts';
import { type Bridge, createBridge } from './createBridge.ts';
import { REQUEST_CAP_BYTES } from './readJsonBody.ts';
import { head, knock } from './testing/knock.ts';
import { type RawServer, rawServer, responded } from './testing/rawServer.ts';
import { granted } from './testing/send.ts';

const TOKEN = 'the-token-of-this-person-0123456789abcdefghi';
/** What lies beside the app and must never be served. */
const BESIDE = 'root:x:0:0 and the token of the person';
/** More than the buffers between two programs hold. */
const LARGE = 40_000_000;
let folder: string;
let bridge: Bridge;
let impatient: Bridge;
let victim: RawServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'asl-studio-attacks-'));
  mkdirSync(join(folder, 'app', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'app', 'index.html'), 'the app');
  writeFileSync(join(folder, 'app', 'assets', 'large.js'), 'x'.repeat(LARGE));
  writeFileSync(join(folder, 'token'), BESIDE);
  const options = { port: 0, token: TOKEN, distDir: join(folder, 'app'), version: '1.0.0' };
  bridge = await createBridge(options);
  impatient = await createBridge({ ...options, patience: { headers: 100, request: 200, silence: 200 } });
  victim = await rawServer((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Length: 2'], 'ok')));
});
beforeEach(async () => {
  await victim.close();
  victim = await rawServer((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Length: 2'], 'ok')));
});
afterAll(async () => {
  await Promise.all([bridge.close(), impatient.close(), victim.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const body = () => JSON.stringify(granted(victim.port));
const length = (text: string) => `Content-Length: ${Buffer.byteLength(text)}`;
const token = `${TOKEN_HEADER}: ${TOKEN}`;
const PAGE = [token, 'Sec-Fetch-Site: same-origin', 'Content-Type: application/json'];

interface Call {
  readonly line?: string;
  /** `PORT` stands for the bridge's own. */
  readonly host?: readonly string[];
  readonly lines?: readonly string[];
  readonly text?: string;
}
/** A call that sends, as our own page makes it, but for what is given. */
const call = ({ line = 'POST /bridge/send HTTP/1.1', host = ['Host: 127.0.0.1:PORT'], lines = PAGE, text = body() }: Call): string =>
  `${head(line, ...host, ...lines, length(text), 'Connection: close')}${text}`.replaceAll('PORT', String(bridge.port));

async function refused(bytes: string, ...statuses: readonly number[]): Promise<void> {
  const knocked = await knock(bridge.port, bytes);
  expect(knocked.statuses).toHaveLength(statuses.length === 0 ? 0 : 1);
  if (statuses.length > 0) expect(statuses).toContain(knocked.statuses[0]);
  expect(knocked.text).not.toContain('"type":"sent"');
  expect(knocked.text).not.toMatch(/access-control-/i);
  expect(victim.received).toEqual([]);
}
async function stillServes(): Promise<void> {
  expect((await knock(bridge.port, call({}))).text).toContain('"type":"end"');
  expect(victim.received).toHaveLength(1);
}

it('the call that every attack below begins with would be sent', stillServes);

describe('a foreign Host, token and all', () => {
  it.each([
    'Host: evil.example.com', 'Host: evil.example.com:PORT', 'Host: 127.0.0.1.nip.io:PORT', 'Host: localhost.evil.example.com:PORT', 'Host: 127.0.0.1:PORT@evil.example.com',
    'Host: evil.example.com@127.0.0.1:PORT', 'Host: 127.0.0.1:PORT, evil.example.com', 'Host: 127.0.0.2:PORT', 'Host: 0.0.0.0:PORT', 'Host: [::]:PORT', 'Host: [::ffff:127.0.0.1]:PORT',
    'Host: 2130706433:PORT', 'Host: 0x7f.1:PORT', 'Host: 127.1:PORT', 'Host: 0177.0.0.1:PORT', 'Host: localhost.:PORT', 'Host: foo.localhost:PORT', 'Host: [::1%25lo]:PORT', 'Host: 127.0.0.1:0PORT',
    'Host: 127.0.0.1', 'Host: http://127.0.0.1:PORT', 'Host: 127.0.0.1:PORT/', 'Host: 127.0.0.1:PORT#', 'Host: 127.0.0.1:PORT\\@evil.example.com', 'Host: 127.0.0.1 :PORT', 'Host:',
    'Host: \xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1:PORT', 'Host: xn--localhost-:PORT',
  ])('%s', async (host) => {
    await refused(call({ host: [host] }), 400, 421);
    await refused(call({ line: 'GET / HTTP/1.1', host: [host], text: '' }), 400, 421);
  });

  it.each([
    { what: 'none', host: [] },
    { what: 'ours and another', host: ['Host: 127.0.0.1:PORT', 'Host: evil.example.com'] },
    { what: 'another and ours', host: ['Host: evil.example.com', 'Host: 127.0.0.1:PORT'] },
    { what: 'ours twice', host: ['Host: 127.0.0.1:PORT', 'host: 127.0.0.1:PORT'] },
    { what: 'one folded over two lines', host: ['Host: 127.0.0.1:PORT', ' evil.example.com'] },
    { what: 'one with a space before the colon', host: ['Host : 127.0.0.1:PORT'] },
    { what: 'another, with ours forwarded', host: ['Host: evil.example.com', 'X-Forwarded-Host: 127.0.0.1:PORT', 'Forwarded: host=127.0.0.1:PORT'] },
  ])('or $what', async ({ host }) => {
    await refused(call({ host }), 400, 421);
  });

  it.each(['http://127.0.0.1:PORT/bridge/send', 'http://evil.example.com/bridge/send', 'https://evil.example.com/', '127.0.0.1:PORT', '*'])('or asked as a proxy: %s', async (target) => {
    await refused(call({ line: `POST ${target} HTTP/1.1` }), 400);
  });
});

describe('a foreign page, token and all', () => {
  it.each([
    'https://evil.example.com', 'http://evil.example.com:PORT', 'null', 'file://', '', 'http://127.0.0.1:PORT.evil.example.com', 'http://127.0.0.1:PORT/', 'http://user@127.0.0.1:PORT', 'https://127.0.0.1:PORT',
    'http://127.0.0.1', 'http://localhost:PORT', 'http://[::1]:PORT', 'http://0x7f.1:PORT', 'chrome-extension://abcdefghijklmnop', 'moz-extension://0a1b', 'http://127.0.0.1:PORT http://evil.example.com', 'http://127.0.0.1:PORT, http://evil.example.com',
  ])('with the Origin "%s"', async (origin) => {
    await refused(call({ lines: [...PAGE, `Origin: ${origin}`] }), 403);
  });

  it.each(['cross-site', 'same-site', 'none', '', 'same-origin, cross-site', 'SAME-ORIGIN', 'same-origin;q=1'])('with Sec-Fetch-Site "%s"', async (site) => {
    await refused(call({ lines: [token, 'Content-Type: application/json', `Sec-Fetch-Site: ${site}`] }), 403);
  });

  it('with Sec-Fetch-Site twice, or Origin twice', async () => {
    await refused(call({ lines: [...PAGE, 'Sec-Fetch-Site: cross-site'] }), 403);
    await refused(call({ lines: [...PAGE, 'Origin: http://127.0.0.1:PORT', 'Origin: https://evil.example.com'] }), 403);
  });

  it.each(['POST', 'PUT', 'GET', 'DELETE'])('that asks beforehand whether it may %s', async (method) => {
    await refused(call({ line: 'OPTIONS /bridge/send HTTP/1.1', lines: ['Origin: https://evil.example.com', `Access-Control-Request-Method: ${method}`, `Access-Control-Request-Headers: ${TOKEN_HEADER}`, 'Access-Control-Request-Private-Network: true'], text: '' }), 403);
  });
});

describe('a token that is missing or not ours', () => {
  const bare = ['Sec-Fetch-Site: same-origin', 'Content-Type: application/json'];
  it.each([
    { what: 'none', lines: [] },
    { what: 'an empty one', lines: [`${TOKEN_HEADER}:`] },
    { what: 'the beginning', lines: [`${TOKEN_HEADER}: ${TOKEN.slice(0, -1)}`] },
    { what: 'one letter more', lines: [`${TOKEN_HEADER}: ${TOKEN}a`] },
    { what: 'other case', lines: [`${TOKEN_HEADER}: ${TOKEN.toUpperCase()}`] },
    { what: 'twice', lines: [token, token] },
    { what: 'a list that holds it', lines: [`${TOKEN_HEADER}: a, ${TOKEN}`] },
    { what: 'in quotes', lines: [`${TOKEN_HEADER}: "${TOKEN}"`] },
    { what: 'of another studio', lines: [`${TOKEN_HEADER}: ${'B'.repeat(43)}`] },
    { what: 'as a cookie', lines: [`Cookie: ${TOKEN_HEADER}=${TOKEN}; token=${TOKEN}`] },
    { what: 'as credentials', lines: [`Authorization: Bearer ${TOKEN}`] },
    { what: 'under another name', lines: [`x_asl_studio_token: ${TOKEN}`, `X-Token: ${TOKEN}`] },
    { what: 'with a NUL', lines: [`${TOKEN_HEADER}: ${TOKEN}\0`] },
  ])('$what', async ({ lines }) => {
    await refused(call({ lines: [...bare, ...lines] }), 400, 401);
  });

  it.each([`/bridge/send?token=${TOKEN}`, `/bridge/send?${TOKEN_HEADER}=${TOKEN}`, `/bridge/send#token=${TOKEN}`])('in the address: %s', async (path) => {
    await refused(call({ line: `POST ${path} HTTP/1.1`, lines: bare }), 400, 401);
  });

  it('learns nothing but what this is, whatever proof it asks for', async () => {
    for (const nonce of ['short', 'x'.repeat(129), 'a b c d e f g h i j k l', '../../../../../../etc']) {
      const { text } = await knock(bridge.port, call({ line: 'GET /bridge/hello HTTP/1.1', lines: [`x-asl-studio-nonce: ${nonce}`], text: '' }));
      expect(text).toContain('401');
      expect(text).not.toMatch(/x-asl-studio-proof|version/i);
    }
  });
});

describe('methods and paths', () => {
  it.each(['CONNECT', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'M-SEARCH', 'PURGE', 'GET', 'post', 'POST\tX', 'PÖST'])('%s does not send', async (method) => {
    const knocked = await knock(bridge.port, call({ line: `${method} /bridge/send HTTP/1.1` }));
    expect(knocked.statuses.filter((status) => status !== 405 && status !== 400)).toEqual([]);
    expect(victim.received).toEqual([]);
  });

  it('CONNECT opens no tunnel, and an upgrade changes nothing', async () => {
    expect((await knock(bridge.port, head(`CONNECT 127.0.0.1:${victim.port} HTTP/1.1`, `Host: 127.0.0.1:${bridge.port}`, token))).statuses).toEqual([]);
    await refused(call({ line: 'GET /bridge/send HTTP/1.1', lines: [...PAGE, 'Upgrade: websocket', 'Sec-WebSocket-Key: x'] }), 405);
    await refused('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400);
  });

  it.each([
    '/bridge', '/bridge/', '/bridge//send', '/bridge/send/', '/bridge/Send', '/bridge/%73end', '/bridge/send%00', '/bridge/./send', '/bridge/../bridge/send', '/bridge/x/../send', '/bridge/send;x', '/bridge/send\\',
    '/bridge/__proto__', '/bridge/constructor', '/bridge/toString', '/bridge/hasOwnProperty', '//bridge/send', '/%62ridge/send', '/Bridge/send', '/bridge\\send', '/./bridge/send',
  ])('%s is no call', async (path) => {
    await refused(call({ line: `POST ${path} HTTP/1.1` }), 400, 404, 405);
  });

  it.each([
    '/../token', '/..%2ftoken', '/%2e%2e/token', '/%2e%2e%2ftoken', '/..%5ctoken', '/..\\token', '/assets/../../token', '/assets/..%2f..%2ftoken', '/%c0%ae%c0%ae/token', '/..;/token', '/.../token', '//../token', '/%252e%252e/token', '/%', '/%zz',
    '/%00', '/\0', `/${'a'.repeat(9000)}`, `/${'../'.repeat(2000)}etc/passwd`, `//etc/passwd`, '/etc/passwd', '/C:/Windows/win.ini', '/proc/self/environ',
  ])('no file outside the app: %s', async (path) => {
    const { text } = await knock(bridge.port, call({ line: `GET ${path} HTTP/1.1`, text: '' }));
    expect(text).not.toContain('root:');
    expect(text).not.toMatch(/HTTP\/1\.1 (?!200|400|404|431)/);
    if (text.startsWith('HTTP/1.1 200')) expect(text).toMatch(/the app$/);
    await stillServes();
  });
});

describe('a request that is not one', () => {
  const sized = (text: string, ...lines: readonly string[]) => `${head('POST /bridge/send HTTP/1.1', `Host: 127.0.0.1:${bridge.port}`, ...PAGE, 'Connection: close', ...lines)}${text}`;
  it.each([
    { what: 'both lengths', bytes: () => sized(`${body().length.toString(16)}\r\n${body()}\r\n0\r\n\r\n`, 'Transfer-Encoding: chunked', length(body())) },
    { what: 'two different lengths', bytes: () => sized(body(), length(body()), 'Content-Length: 1') },
    { what: 'a length with a sign', bytes: () => sized(body(), `Content-Length: +${body().length}`) },
    { what: 'a length in hex', bytes: () => sized(body(), 'Content-Length: 0xff') },
    { what: 'a negative length', bytes: () => sized(body(), 'Content-Length: -1') },
    { what: 'a length beyond every number', bytes: () => sized(body(), `Content-Length: ${'9'.repeat(30)}`) },
    { what: 'an encoding nobody knows', bytes: () => sized(body(), 'Transfer-Encoding: identity') },
    { what: 'chunked before another encoding', bytes: () => sized(body(), 'Transfer-Encoding: chunked, gzip') },
    { what: 'chunks of no size', bytes: () => sized(`zz\r\n${body()}\r\n0\r\n\r\n`, 'Transfer-Encoding: chunked') },
    { what: 'lines that end with LF only', bytes: () => sized(body(), length(body())).replaceAll('\r\n', '\n') },
    { what: 'a NUL in a header', bytes: () => sized(body(), 'X: a\0b', length(body())) },
    { what: 'a header without a colon', bytes: () => sized(body(), 'nonsense', length(body())) },
    { what: 'another version of HTTP', bytes: () => sized(body(), length(body())).replace('HTTP/1.1', 'HTTP/3.7') },
    { what: 'headers of 20 kB', bytes: () => sized(body(), `X: ${'x'.repeat(20_000)}`, length(body())) },
    { what: 'TLS', bytes: () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' },
  ])('$what', async ({ bytes }) => {
    const knocked = await knock(bridge.port, bytes());
    expect(knocked.statuses.every((status) => status >= 400)).toBe(true);
    expect(victim.received).toEqual([]);
    await stillServes();
  });

  it('smuggles no second one in the body of a refused one', async () => {
    const second = call({});
    for (const first of [call({ host: ['Host: evil.example.com'], text: second }), call({ lines: ['Sec-Fetch-Site: cross-site'], text: second }), call({ lines: [], text: second })]) {
      expect((await knock(bridge.port, first.replaceAll('Connection: close', 'Connection: keep-alive'))).statuses).toHaveLength(1);
    }
    expect(victim.received).toEqual([]);
  });

  it.each([
    { what: 'a form', type: 'application/x-www-form-urlencoded', text: () => body(), status: 415 },
    { what: 'a form with files', type: 'multipart/form-data; boundary=x', text: () => body(), status: 415 },
    { what: 'text, as a form can send it', type: 'text/plain', text: () => body(), status: 415 },
    { what: 'two types', type: 'text/plain, application/json', text: () => body(), status: 415 },
    { what: 'JSON with a byte order mark', type: 'application/json', text: () => `\xef\xbb\xbf${body().slice(1)}`, status: 400 },
    { what: 'bytes that are no UTF-8', type: 'application/json', text: () => '{"protocol":1,"url":"\xff"}', status: 400 },
    { what: 'nesting without end', type: 'application/json', text: () => '['.repeat(500_000), status: 400 },
    { what: 'a planted prototype', type: 'application/json', text: () => `{"__proto__":${body()}}`, status: 409 },
    { what: 'a method that is a list', type: 'application/json', text: () => body().replace('"GET"', '["GET"]'), status: 400 },
    { what: 'headers in a list of lists', type: 'application/json', text: () => body().replace('"headers":[]', '"headers":[["A","b"]]'), status: 400 },
    { what: 'a header without a value', type: 'application/json', text: () => body().replace('"headers":[]', '"headers":["A"]'), status: 400 },
    { what: 'a time without end', type: 'application/json', text: () => body().replace('"timeoutMs":5000', '"timeoutMs":1e999'), status: 400 },
    { what: 'a time before now', type: 'application/json', text: () => body().replace('"timeoutMs":5000', '"timeoutMs":-1'), status: 400 },
    { what: 'a grant for everything', type: 'application/json', text: () => body().replace(/"insideGrant":"[^"]*"/, '"insideGrant":["*"]'), status: 400 },
    { what: 'origins in place of a list', type: 'application/json', text: () => body().replace('"timeoutMs"', '"secretOrigins":"*","timeoutMs"'), status: 400 },
    { what: 'more than it takes', type: 'application/json', text: () => `${body().slice(0, -1)},"x":"${'x'.repeat(REQUEST_CAP_BYTES)}"}`, status: 413 },
  ])('$what ($status)', async ({ type, text, status }) => {
    await refused(call({ lines: [token, 'Sec-Fetch-Site: same-origin', `Content-Type: ${type}`], text: Buffer.from(text(), 'latin1').toString('latin1') }).replace(/Content-Length: \d+/, `Content-Length: ${Buffer.from(text(), 'latin1').length}`), status);
  });
});

describe('a caller that takes its time, or goes', () => {
  const dripping = (first: string, drop: string) => knock(impatient.port, first, (socket) => {
    const more = setInterval(() => socket.write(drop), 10);
    socket.on('close', () => clearInterval(more));
  });
  const own = () => `Host: 127.0.0.1:${impatient.port}`;

  it.each([
    { what: 'says nothing', first: () => '', status: [408] },
    { what: 'never ends its headers', first: () => `GET / HTTP/1.1\r\n${own()}\r\n`, drop: 'X: y\r\n', status: [408, 431] },
    { what: 'never ends a line', first: () => 'GET /', drop: 'a', status: [408] },
    { what: 'never ends its body', first: () => head('POST /bridge/send HTTP/1.1', own(), ...PAGE, 'Content-Length: 100000'), drop: ' ', status: [408] },
    { what: 'never ends its chunks', first: () => head('POST /bridge/send HTTP/1.1', own(), ...PAGE, 'Transfer-Encoding: chunked'), drop: '1\r\n \r\n', status: [408] },
  ])('is cut off when it $what', async ({ first, drop, status }) => {
    const knocked = await (drop === undefined ? knock(impatient.port, first()) : dripping(first(), drop));
    expect(status).toContain(knocked.statuses[0]);
  });

  it('is cut off when it reads nothing', async () => {
    const socket = connect(impatient.port, '127.0.0.1', () => socket.write(head('GET /assets/large.js HTTP/1.1', own())));
    socket.pause();
    socket.on('error', () => {});
    // Who reads nothing does not see the end either; a byte that nobody takes any more brings it. Between two bytes lie five
    // callers that are cut off after a tenth of a second each: more than twice the silence that is borne (Node looks twice).
    while (!socket.destroyed) {
      for (let round = 0; round < 5; round += 1) await knock(impatient.port, '');
      await new Promise<void>((resolve) => void socket.write('x', () => resolve()));
    }
  });

  it('leaves nothing behind when it goes in the middle', async () => {
    const whole = call({});
    for (const part of [10, whole.length - 200, whole.length - 1]) await knock(bridge.port, whole.slice(0, part), (socket) => socket.end());
    await knock(bridge.port, call({}), (socket) => socket.resetAndDestroy());
    await knock(bridge.port, head('GET /assets/large.js HTTP/1.1', `Host: 127.0.0.1:${bridge.port}`), (socket) => socket.resetAndDestroy());
    expect((await knock(bridge.port, call({ line: 'GET /bridge/hello HTTP/1.1', text: '' }))).statuses).toEqual([200]);
  });
});
