import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { noParameters, type Connection } from '../http/connection.ts';
import { TOKEN_ERROR } from '../http/oauth/tokenFailure.ts';
import { performHttpTask } from '../http/performHttpTask.ts';
import { createCommandWorld } from './commandWorld.ts';

const ARN = 'arn:aws:events:us-east-1:111122223333:connection/shop/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';
const SECRET = 'cl13nt-s3cret';
const never = new AbortController().signal;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answer = (response: ServerResponse, seen: Seen, nth: number) => void;

/** A real authorization server and a real API, each with a list of what arrived there. */
async function listening(answer: Answer) {
  const requests: Seen[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (piece) => (body += String(piece))).on('end', () => {
      const seen = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body };
      answer(response, seen, requests.push(seen));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  closers.push(close);
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}

const json = (value: unknown, status = 200): Answer => (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const issues = (more: object = {}): Answer => (response, seen, nth) => json({ access_token: `token-number-${nth}`, token_type: 'Bearer', expires_in: 3600, ...more })(response, seen, nth);
const fine: Answer = json({ done: true });

async function shop(token: Answer, api: Answer = fine, more: { readonly tokenOrigin?: string } = {}) {
  const [id, orders] = [await listening(token), await listening(api)];
  const connection: Connection = {
    arn: ARN, name: 'shop', allowedOrigins: [], madeUp: false, parameters: noParameters,
    authorization: {
      type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'studio', endpoint: `${more.tokenOrigin ?? id.origin}/oauth/token`, method: 'POST',
      parameters: { ...noParameters, body: [{ key: 'grant_type', value: 'client_credentials', isSecret: false }, { key: 'scope', value: 'orders:write', isSecret: false }] },
    },
  };
  const world = createCommandWorld('us-east-1', [{ connection, secrets: { clientSecret: SECRET } }]);
  const args: Json = { ApiEndpoint: `${orders.origin}/orders`, Method: 'POST', RequestBody: { item: 1 }, InvocationConfig: { ConnectionArn: ARN } };
  return { id, orders, post: (timeoutMs = 5_000, signal = never) => performHttpTask({ arguments: args, timeoutMs }, world, signal) };
}

describe('an OAuth connection, with real servers', () => {
  it('fetches a token as EventBridge does, shows that exchange without secrets, and sends the request once', async () => {
    const { id, orders, post } = await shop(issues());
    const reply = await post();
    expect(reply).toMatchObject({ kind: 'result', value: { ResponseBody: { done: true } } });
    expect(id.requests).toMatchObject([{
      method: 'POST', path: '/oauth/token', body: `grant_type=client_credentials&scope=orders%3Awrite&client_secret=${SECRET}&client_id=studio`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-encoding': 'gzip,deflate', 'user-agent': expect.stringMatching(/^Apache-HttpClient/) },
    }]);
    expect(orders.requests).toMatchObject([{ method: 'POST', body: '{"item":1}', headers: { authorization: 'Bearer token-number-1' } }]);
    const shown = reply.http?.tokenExchange;
    expect(new TextDecoder().decode(shown?.request.body ?? undefined)).toContain('client_secret=••••&client_id=studio');
    expect(new TextDecoder().decode(shown?.response?.body)).toBe('{"access_token":"••••","token_type":"Bearer","expires_in":3600}');
    expect(JSON.stringify(shown)).not.toMatch(/s3cret|token-number/);
  });

  it('fetches one token for two requests at once, and none for the next', async () => {
    const { id, orders, post } = await shop(issues());
    await Promise.all([post(), post()]);
    const third = await post();
    expect([id.requests.length, orders.requests.length]).toEqual([1, 3]);
    expect(third.http?.tokenExchange).toBeUndefined();
    expect(third.http?.prepared?.notes.join(' ')).toContain('still valid');
  });

  it.each([401, 407])('after %i drops the token: the POST arrives once, and the next attempt fetches a new one', async (status) => {
    const { id, orders, post } = await shop(issues(), (response, seen, nth) => (nth === 1 ? json({ error: 'expired' }, status) : fine)(response, seen, nth));
    const refused = await post();
    expect(refused).toMatchObject({ kind: 'failure', error: `States.Http.StatusCode.${status}` });
    expect(refused.http?.exchange?.replyNotes?.join(' ')).toContain('the next attempt fetches a new one');
    expect([id.requests.length, orders.requests.length]).toEqual([1, 1]);
    expect(await post()).toMatchObject({ kind: 'result' });
    expect(orders.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-number-1', 'Bearer token-number-2']);
  });

  it('keeps the token after 403 and 500: they do not speak of it', async () => {
    const { id, post } = await shop(issues(), (response, seen, nth) => json({}, nth === 1 ? 403 : 500)(response, seen, nth));
    await post();
    await post();
    await post();
    expect(id.requests).toHaveLength(1);
  });

  it.each([0, -60, 'soon', '', true, {}])('uses a token with the lifetime %j once, and says so', async (expires_in) => {
    const { id, post } = await shop(issues({ expires_in }));
    const reply = await post();
    expect(reply.kind).toBe('result');
    expect(reply.http?.tokenExchange?.notes?.join(' ')).toContain('this request only');
    await post();
    expect(id.requests).toHaveLength(2);
  });

  it('reads a compressed answer', async () => {
    const { orders, post } = await shop((response) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync('{"access_token":"gzipped","expires_in":60}')));
    await post();
    expect(orders.requests[0]?.headers.authorization).toBe('Bearer gzipped');
  });

  const raw = (body: string, type: string, status = 200, headers: Record<string, string> = {}): Answer => (response) => response.writeHead(status, { ...(type === '' ? {} : { 'content-type': type }), ...headers }).end(body);
  it.each<{ what: string; token: Answer; says: RegExp | string }>([
    { what: 'a web page', token: raw('<!doctype html><h1>Sign in</h1>', 'text/html; charset=utf-8'), says: 'web page (HTML)' },
    { what: 'JSON without a token', token: json({ token: 'abcdefgh' }), says: 'without an access_token' },
    { what: 'a line break in the token', token: json({ access_token: 'abcdefgh\r\nX-Evil: yes' }), says: 'line break' },
    { what: 'an empty token', token: json({ access_token: '' }), says: 'empty access_token' },
    { what: 'a token that is no text', token: json({ access_token: { a: 1 } }), says: 'no text' },
    { what: 'error JSON', token: json({ error: 'invalid_client', error_description: `unknown secret ${SECRET}` }, 401), says: 'refused with 401: invalid_client, unknown secret ••••' },
    { what: 'error JSON with 200', token: json({ error: 'slow_down' }), says: 'refused with 200: slow_down' },
    { what: 'a redirect', token: raw('', '', 302, { location: 'https://login.example/token' }), says: 'a redirect to https://login.example. It is not followed' },
    { what: 'a redirect that keeps the method', token: raw('', '', 307, { location: '/elsewhere' }), says: '307, a redirect' },
    { what: '204', token: raw('', '', 204), says: 'without a body' },
    { what: 'an empty 200', token: raw('', 'application/json'), says: 'without a body' },
    { what: 'form fields', token: raw('access_token=abcdefgh&token_type=bearer', 'application/x-www-form-urlencoded'), says: 'form fields' },
    { what: 'JSON cut short', token: raw('{"access_token":"abcdefgh', 'application/json'), says: 'that is no JSON' },
    { what: 'far too much', token: raw(`{"access_token":"abc","x":"${'x'.repeat(300_000)}"}`, 'application/json'), says: /262,144|size/ },
    { what: '500', token: raw('oops', 'text/plain', 500), says: 'answered 500 (text/plain) and no token' },
    { what: 'nothing: it hangs up', token: (response) => response.destroy(), says: 'gave no answer' },
  ])('says a sentence for a token endpoint that answers $what, and does not send the request', async ({ token, says }) => {
    const { id, orders, post } = await shop(token);
    const reply = await post();
    expect(reply).toMatchObject({ kind: 'failure', error: TOKEN_ERROR, cause: expect.stringMatching(says instanceof RegExp ? says : says.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), http: { tokenExchange: { request: { method: 'POST' } } } });
    expect(reply.kind === 'failure' && reply.cause).toMatch(/^The connection shop has no access token\. .+ The request itself was not sent\.$/);
    expect([id.requests.length, orders.requests.length]).toEqual([1, 0]);
    expect(JSON.stringify([reply.kind === 'failure' && reply.cause, reply.http?.tokenExchange])).not.toContain(SECRET);
  });

  it('says so where the token endpoint does not answer in time', async () => {
    const { orders, post } = await shop(() => undefined);
    expect(await post(60)).toMatchObject({ kind: 'failure', error: TOKEN_ERROR, cause: expect.stringContaining('gave no answer') });
    expect(orders.requests).toHaveLength(0);
  });

  it('says so where nobody listens', async () => {
    const gone = await listening(fine);
    gone.close();
    const { orders, post } = await shop(fine, fine, { tokenOrigin: gone.origin });
    expect(await post()).toMatchObject({ kind: 'failure', error: TOKEN_ERROR, cause: expect.stringContaining(new URL(gone.origin).host) });
    expect(orders.requests).toHaveLength(0);
  });

  it('never goes to an address that nothing is sent to', async () => {
    const { orders, post } = await shop(fine, fine, { tokenOrigin: 'http://169.254.169.254' });
    expect(await post()).toMatchObject({ kind: 'not-performed', reason: { kind: 'refused-address' } });
    expect(orders.requests).toHaveLength(0);
  });

  it('sends nothing after a stop while the token was on its way', async () => {
    const stop = new AbortController();
    const { orders, post } = await shop((response, seen, nth) => {
      stop.abort();
      issues()(response, seen, nth);
    });
    expect(await post(5_000, stop.signal)).toMatchObject({ kind: 'not-performed', reason: { kind: 'stopped' } });
    expect(orders.requests).toHaveLength(0);
  });
});
