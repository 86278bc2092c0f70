import { describe, expect, it } from 'vitest';
import type { StateName } from '../asl/names.ts';
import { noParameters, type Connection } from '../http/connection.ts';
import type { Grant } from '../http/grants.ts';
import { createTokenCache } from '../http/oauth/tokenCache.ts';
import type { TaskCall } from '../interpreter/environment.ts';
import type { Json } from '../lib/Json.ts';
import { ok } from '../lib/Result.ts';
import type { SendRequest } from '../protocol/bridge.ts';
import type { ConsentAnswer, ConsentQuestion, SentEntry } from './consent.ts';
import { createHttpWorld, type HttpWorldDeps } from './httpWorld.ts';
import { performOnPage } from './performOnPage.ts';
import type { SendOutcome } from './readSendStream.ts';
import { createVault } from './vault.ts';

const arnOf = (name: string) => `arn:aws:events:us-east-1:000000000000:connection/${name}/1d296ce9-feb5-484a-8203-d054baf517e9`;
const SECRET = 'cl13nt-s3cret';
const TOKEN = 'the-access-token';
const SANDBOX = 'http://127.0.0.1:7421';
const SHOP: Connection = {
  arn: arnOf('shop'), name: 'shop', allowedOrigins: ['https://api.shop.example'], madeUp: true, parameters: noParameters,
  authorization: { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'studio', endpoint: 'https://id.shop.example/token', method: 'POST', parameters: noParameters },
};
const at = (endpoint: string): Connection => ({ ...SHOP, authorization: { ...SHOP.authorization, endpoint } as Connection['authorization'] });
const never = new AbortController().signal;

const answered = (body: string, status = 200): SendOutcome => ({
  response: { httpVersion: '1.1', status, statusText: '', headers: ['content-type', 'application/json'], body: new TextEncoder().encode(body), sizeBytes: body.length, truncated: false }, phases: {},
});
const isForToken = ({ url }: SendRequest) => url.includes('/token');
const asUsual = (request: SendRequest): SendOutcome => answered(isForToken(request) ? `{"access_token":"${TOKEN}","expires_in":600}` : '{"fine":true}');
const callTo = (ApiEndpoint: string, arn = SHOP.arn, more: { readonly [name: string]: Json } = {}): TaskCall => ({
  stateName: 'Order', resource: 'arn:aws:states:::http:invoke', arguments: { ApiEndpoint, Method: 'POST', InvocationConfig: { ConnectionArn: arn }, ...more },
});
const ORDERS = callTo('https://api.shop.example/orders');

function person(answers: ConsentAnswer | readonly ConsentAnswer[], changes: Partial<HttpWorldDeps> = {}, reply: (request: SendRequest) => SendOutcome = asUsual) {
  const seen = { sent: [] as SendRequest[], asked: [] as ConsentQuestion[], recorded: [] as SentEntry[], grants: [] as Grant[] };
  const vault = createVault();
  for (const connection of changes.connections ?? [SHOP]) vault.put(connection, { clientSecret: SECRET, apiKeyValue: 'another-key' });
  let ids = 0;
  const world = createHttpWorld({
    region: 'us-east-1', workflow: { id: 'w1', name: 'Orders' }, state: 'Order' as StateName, connections: [SHOP], vault, hostMappings: [], sandboxOrigin: SANDBOX, tokens: createTokenCache(() => 0),
    grants: { all: () => seen.grants, add: (grant) => seen.grants.push(grant) },
    ask: async (question) => {
      seen.asked.push(question);
      return typeof answers === 'string' ? answers : (answers[seen.asked.length - 1] ?? 'cancel');
    },
    record: (entry) => seen.recorded.push(entry),
    bridge: {
      send: async (request) => {
        seen.sent.push(request);
        return ok(reply(request));
      },
    },
    direct: null, now: () => 1000, id: () => String(++ids), ...changes,
  });
  return { ...seen, vault, perform: (call: TaskCall = ORDERS, signal = never) => performOnPage(call, world, signal, { revealSecrets: false }) };
}

describe('the question', () => {
  it('is one, names both endpoints, and holds no secret', async () => {
    const { perform, asked, sent } = person('once');
    expect(await perform()).toMatchObject({ kind: 'result', http: { tokenExchange: { response: { status: 200 } } } });
    expect(asked).toMatchObject([{ url: 'https://api.shop.example/orders', token: { method: 'POST', url: 'https://id.shop.example/token', addressLabel: 'public name', inside: false, mapped: false } }]);
    expect(sent.map(({ url }) => url)).toEqual(['https://id.shop.example/token', 'https://api.shop.example/orders']);
    expect(JSON.stringify(asked)).not.toMatch(/s3cret/);
  });

  it('says nothing of the token endpoint while a token is held', async () => {
    const { perform, asked, sent } = person('once');
    await perform();
    await perform();
    expect(asked.map(({ token }) => token !== undefined)).toEqual([true, false]);
    expect(sent).toHaveLength(3);
  });

  it.each<ConsentAnswer>(['cancel', 'mock'])('sends neither of the two after %s', async (answer) => {
    const { perform, sent, recorded, grants } = person(answer);
    expect(await perform()).toMatchObject({ kind: 'not-performed' });
    expect([sent, recorded, grants]).toEqual([[], [], []]);
  });

  it('answered with "always" grants both, each for itself', async () => {
    const { perform, asked, grants } = person('always', { tokens: createTokenCache(() => 0) }, (request) => (isForToken(request) ? answered(`{"access_token":"${TOKEN}","expires_in":0}`) : answered('{}')));
    await perform();
    await perform();
    expect(asked).toHaveLength(1);
    expect(grants.map(({ key }) => [key.origin, key.purpose])).toEqual([['https://id.shop.example', 'token'], ['https://api.shop.example', undefined]]);
    // The grant to fetch a token there is none to post something else there.
    const state = person('cancel', { grants: { all: () => grants, add: () => undefined }, connections: [{ ...SHOP, allowedOrigins: ['https://id.shop.example'] }] });
    await state.perform(callTo('https://id.shop.example/orders'));
    expect(state.asked).toHaveLength(1);
  });

  it('calls the address of the token endpoint an internal one, and grants it by host and port', async () => {
    const local = at('http://127.0.0.1:4030/token');
    const { perform, asked, sent, grants } = person('always', { connections: [local] });
    await perform();
    expect(asked).toMatchObject([{ inside: false, token: { inside: true, addressLabel: 'internal address (this machine)' } }]);
    expect(sent.map(({ insideGrant }) => insideGrant)).toEqual(['127.0.0.1:4030', undefined]);
    expect(grants.map(({ insideAddress }) => insideAddress)).toEqual(['127.0.0.1:4030', undefined]);
  });

  it('comes a second time where the token endpoint turns out to lead inside', async () => {
    const inside = (request: SendRequest): SendOutcome =>
      isForToken(request) && request.insideGrant === undefined ? { failure: { kind: 'needs-inside-grant', message: 'inside', address: '10.0.0.5' }, phases: {} } : asUsual(request);
    const { perform, asked, sent } = person(['once', 'cancel'], {}, inside);
    expect(await perform()).toMatchObject({ kind: 'not-performed', reason: { kind: 'consent-denied' } });
    expect(asked[1]).toMatchObject({ url: 'https://id.shop.example/token', resolvedTo: '10.0.0.5', inside: true });
    expect(sent.filter((request) => !isForToken(request))).toEqual([]);
  });
});

describe('the client secret', () => {
  it('is bound to the origin of its endpoint, and the bridge is told so', async () => {
    const { perform, sent } = person('once');
    await perform();
    expect(sent.map(({ secretOrigins }) => secretOrigins)).toEqual([['https://id.shop.example'], ['https://api.shop.example']]);
  });

  it.each(['https://evil.example', 'http://127.0.0.1:4010', '//evil.example', ''])('goes nowhere where a mapping leads it to %j', async (to) => {
    const { perform, sent, asked } = person('always', { hostMappings: [{ from: 'https://id.shop.example', to }] });
    expect(await perform()).toMatchObject({ kind: 'not-performed' });
    expect([sent, asked]).toEqual([[], []]);
  });

  it('follows a mapping to the sandbox, or to an origin that the connection allows', async () => {
    const sandbox = person('once', { hostMappings: [{ from: 'https://id.shop.example', to: 'sandbox' }] });
    expect(await sandbox.perform()).toMatchObject({ kind: 'result' });
    expect(sandbox.asked).toMatchObject([{ token: { mapped: true, sentTo: `${SANDBOX}/token`, addressLabel: 'the sandbox of this studio' } }]);
    const allowed = person('once', { connections: [{ ...SHOP, allowedOrigins: [...SHOP.allowedOrigins, 'http://127.0.0.1:4030'] }], hostMappings: [{ from: 'https://id.shop.example', to: 'http://127.0.0.1:4030' }] });
    expect(await allowed.perform()).toMatchObject({ kind: 'result' });
    expect(allowed.sent[0]).toMatchObject({ url: 'http://127.0.0.1:4030/token', insideGrant: '127.0.0.1:4030' });
  });

  it('does not travel in the clear', async () => {
    const { perform, sent } = person('always', { connections: [at('http://id.shop.example/token')] });
    expect(await perform()).toMatchObject({ reason: { kind: 'secret-not-allowed', message: expect.stringContaining('in the clear') } });
    expect(sent).toEqual([]);
  });

  it('is asked for again where it is not here, before anything else', async () => {
    const { perform, asked, vault } = person('always');
    vault.drop(SHOP.arn);
    expect(await perform()).toMatchObject({ reason: { kind: 'no-secret', message: expect.stringContaining('Type it again') } });
    expect(asked).toEqual([]);
  });
});

describe('a token', () => {
  it('of a stand-in never goes to the real API', async () => {
    const tokens = createTokenCache(() => 0);
    const mapped = person('once', { tokens, hostMappings: [{ from: 'https://id.shop.example', to: 'sandbox' }] });
    await mapped.perform();
    const real = person('once', { tokens });
    await real.perform();
    expect(real.sent.map(({ url }) => url)).toEqual(['https://id.shop.example/token', 'https://api.shop.example/orders']);
  });

  it('is fetched anew after the connection was edited', async () => {
    const tokens = createTokenCache(() => 0);
    await person('once', { tokens }).perform();
    const edited = person('once', { tokens, connections: [at('https://other.shop.example/token')] });
    await edited.perform();
    expect(edited.sent[0]?.url).toBe('https://other.shop.example/token');
  });

  it('that an earlier answer repeated is not sent elsewhere under another connection', async () => {
    const tokens = createTokenCache(() => 0);
    const OTHER: Connection = { arn: arnOf('other'), name: 'other', allowedOrigins: ['https://evil.example'], madeUp: true, parameters: noParameters, authorization: { type: 'API_KEY', apiKeyName: 'X-Key' } };
    const { perform, sent } = person('always', { tokens, connections: [SHOP, OTHER] });
    await perform();
    expect(await perform(callTo('https://evil.example/', OTHER.arn, { RequestBody: { seen: TOKEN } }))).toMatchObject({ reason: { kind: 'secret-not-allowed' } });
    expect(sent).toHaveLength(2);
  });

  it('is masked where the API repeats it, and stands in no record', async () => {
    const { perform, asked, recorded, grants } = person('always', {}, (request) => (isForToken(request) ? asUsual(request) : answered(JSON.stringify({ you: request.headers }))));
    const reply = await perform();
    expect(reply).toMatchObject({ kind: 'result', value: { ResponseBody: { you: expect.arrayContaining(['Bearer ••••']) } } });
    const bodies = [reply.http?.exchange, reply.http?.tokenExchange].map((exchange) => new TextDecoder().decode(exchange?.response?.body));
    expect(JSON.stringify([asked, recorded, grants, reply, bodies])).not.toMatch(/s3cret|the-access-token/);
  });

  it('that is fetched stands in the list of what left, as that', async () => {
    const { perform, recorded } = person('once');
    await perform();
    expect(recorded).toMatchObject([{ purpose: 'token', url: 'https://id.shop.example/token', connection: 'shop', status: 200 }, { url: 'https://api.shop.example/orders', status: 200 }]);
    expect(recorded[1]).not.toHaveProperty('purpose');
  });

  it('is asked about again where it came to its end while the person was reading', async () => {
    let now = 0;
    const tokens = createTokenCache(() => now);
    const { perform, asked, sent } = person('once', { tokens, now: () => now });
    await perform();
    const again = person(['once', 'once'], {
      tokens,
      ask: async (question) => {
        again.asked.push(question);
        now += 600_000;
        return 'once';
      },
    });
    expect(await again.perform()).toMatchObject({ kind: 'result' });
    expect([asked.length, sent.length]).toEqual([1, 2]);
    expect(again.asked.map(({ token }) => token !== undefined)).toEqual([false, true]);
    expect(again.sent).toHaveLength(2);
  });
});
