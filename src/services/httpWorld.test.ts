import { describe, expect, it } from 'vitest';
import type { StateName } from '../asl/names.ts';
import type { Connection } from '../http/connection.ts';
import { noParameters } from '../http/connection.ts';
import type { Grant } from '../http/grants.ts';
import type { TaskCall } from '../interpreter/environment.ts';
import type { Json } from '../lib/Json.ts';
import { ok } from '../lib/Result.ts';
import type { SendRequest } from '../protocol/bridge.ts';
import type { ConsentAnswer, ConsentQuestion, SentEntry } from './consent.ts';
import { createHttpWorld, type HttpWorldDeps } from './httpWorld.ts';
import { performOnPage } from './performOnPage.ts';
import type { SendOutcome } from './readSendStream.ts';
import { createVault } from './vault.ts';

const ARN = 'arn:aws:events:us-east-1:000000000000:connection/stripe/1d296ce9-feb5-484a-8203-d054baf517e9';
const SECRET = 'sk_test_very_secret';
const SANDBOX = 'http://127.0.0.1:7421';
const stripe: Connection = {
  arn: ARN, name: 'stripe', authorization: { type: 'API_KEY', apiKeyName: 'Authorization' }, allowedOrigins: ['https://api.stripe.com'], madeUp: true,
  parameters: { ...noParameters, query: [{ key: 'account', isSecret: true }] },
};
const never = new AbortController().signal;
const page = (body: string, more: { readonly status?: number; readonly statusText?: string; readonly headers?: readonly string[] } = {}): SendOutcome => ({
  response: { httpVersion: '1.1', status: 200, statusText: '', headers: ['content-type', 'text/plain'], body: new TextEncoder().encode(body), sizeBytes: body.length, truncated: false, ...more },
  phases: {},
});

const callTo = (ApiEndpoint: string, more: { readonly [name: string]: Json } = {}): TaskCall => ({
  stateName: 'Charge', resource: 'arn:aws:states:::http:invoke', arguments: { ApiEndpoint, Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, ...more },
});

/** A page with one connection, whose person answers every question the same way. */
function person(answers: ConsentAnswer | readonly ConsentAnswer[], changes: Partial<HttpWorldDeps> = {}, reply: (request: SendRequest) => SendOutcome = () => page('fine')) {
  const seen = { sent: [] as SendRequest[], asked: [] as ConsentQuestion[], recorded: [] as SentEntry[], grants: [] as Grant[] };
  const vault = createVault();
  vault.put(stripe, { apiKeyValue: `Bearer ${SECRET}`, 'query.account': 'acct_secret' });
  let ids = 0;
  const world = createHttpWorld({
    region: 'us-east-1', workflow: { id: 'w1', name: 'Invoices' }, state: 'Charge' as StateName, connections: [stripe], vault, hostMappings: [], sandboxOrigin: SANDBOX,
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
  const perform = (call: TaskCall, signal = never, revealSecrets = false) => performOnPage(call, world, signal, { revealSecrets });
  return { ...seen, perform, world };
}

describe('consent', () => {
  it('shows what will leave, names what the connection adds, and no value of it', async () => {
    const { perform, asked } = person('once');
    await perform(callTo('https://api.stripe.com/v1/invoices', { RequestBody: { amount: 5 } }));
    expect(asked).toMatchObject([{
      method: 'POST', mapped: false, inside: false, addressLabel: 'public name', connectionName: 'stripe', bodyBytes: 12, route: 'bridge',
      connectionAdds: ['header Authorization', 'query parameter account'],
    }]);
    expect(asked[0]?.url).toMatch(/^https:\/\/api\.stripe\.com\/v1\/invoices\?account=/);
    expect(JSON.stringify(asked)).not.toMatch(/sk_test|acct_secret/);
  });

  it('does not let a long URL push the rest of the question out of sight, and says how much it leaves out', async () => {
    const { perform, asked, sent } = person('once');
    await perform(callTo(`https://api.stripe.com/${'a'.repeat(50_000)}?end=1`));
    expect(asked[0]?.url).toMatch(/^https:\/\/api\.stripe\.com\/a+ … \(49\d{3} characters not shown\) … a+\?end=1&account=/);
    expect(asked[0]?.url.length).toBeLessThan(500);
    expect(asked[0]?.sentTo).toBe(asked[0]?.url);
    expect(sent[0]?.url.length).toBeGreaterThan(50_000);
  });

  it.each<{ answer: ConsentAnswer; kind: string }>([{ answer: 'cancel', kind: 'consent-denied' }, { answer: 'mock', kind: 'needs-mock' }])('sends nothing after $answer', async ({ answer, kind }) => {
    const { perform, sent, recorded, grants } = person(answer);
    expect(await perform(callTo('https://api.stripe.com/'))).toMatchObject({ kind: 'not-performed', reason: { kind } });
    expect([sent, recorded, grants]).toEqual([[], [], []]);
  });

  it('keeps "always" for this workflow, origin, connection and method, and "once" nowhere', async () => {
    const once = person('once');
    await once.perform(callTo('https://api.stripe.com/'));
    await once.perform(callTo('https://api.stripe.com/'));
    expect([once.asked.length, once.grants.length]).toEqual([2, 0]);
    const always = person('always');
    await always.perform(callTo('https://api.stripe.com/'));
    await always.perform(callTo('https://api.stripe.com/v1/other'));
    expect(always.asked).toHaveLength(1);
    await always.perform(callTo('https://api.stripe.com/', { Method: 'DELETE' }));
    expect(always.asked).toHaveLength(2);
  });

  it('asks again in another workflow', async () => {
    const first = person('always');
    await first.perform(callTo('https://api.stripe.com/'));
    const other = person('cancel', { workflow: { id: 'w2', name: "A stranger's" }, grants: { all: () => first.grants, add: () => undefined } });
    await other.perform(callTo('https://api.stripe.com/'));
    expect([other.asked.length, other.sent.length]).toEqual([1, 0]);
  });

  it('sends nothing when the test is stopped while the person reads', async () => {
    const stop = new AbortController();
    const { perform, sent } = person('once', {
      ask: async () => {
        stop.abort();
        return 'once';
      },
    });
    expect(await perform(callTo('https://api.stripe.com/'), stop.signal)).toMatchObject({ reason: { kind: 'stopped' } });
    expect(sent).toEqual([]);
  });
});

describe('a stranger\'s document', () => {
  it.each([
    { what: 'another host', url: 'https://evil.example/steal' },
    { what: 'the allowed host as user name', url: 'https://api.stripe.com@evil.example/' },
    { what: 'the allowed host as user name and password', url: 'https://api.stripe.com:443@evil.example/' },
    { what: 'the allowed host as a subdomain', url: 'https://api.stripe.com.evil.example/' },
    { what: 'the allowed host as a path', url: 'https://evil.example/https://api.stripe.com/' },
    { what: 'a backslash', url: 'https://evil.example\\@api.stripe.com/' },
    { what: 'another port of the allowed host', url: 'https://api.stripe.com:8443/' },
    { what: 'the allowed host without TLS', url: 'http://api.stripe.com/' },
    { what: 'a subdomain of the allowed host', url: 'https://x.api.stripe.com/' },
    { what: 'the sandbox spelt as https', url: 'https://127.0.0.1:7421/' },
    { what: 'another port of this machine', url: 'http://127.0.0.1:7420/bridge/send' },
    { what: 'cloud metadata', url: 'http://169.254.169.254/latest/meta-data' },
    { what: 'a control character in the host', url: 'https://api.stripe.com\u0000.evil.example/' },
    { what: 'a full-width dot', url: 'https://api.stripe.com\uff0eevil.example/' },
  ])('that names my connection and $what sends nothing, whatever I answer', async ({ url }) => {
    const { perform, sent, recorded } = person('always');
    const reply = await perform(callTo(url));
    expect(reply.kind).not.toBe('result');
    expect([sent, recorded]).toEqual([[], []]);
  });

  it.each(['https://evil.example', 'http://127.0.0.1:4010', 'https://user:pw@evil.example', 'https://api.stripe.com@evil.example', '//evil.example', 'javascript:alert(1)', ''])(
    'whose host mapping leads to %s sends nothing', async (to) => {
      const { perform, sent } = person('always', { hostMappings: [{ from: 'https://api.stripe.com', to }] });
      const reply = await perform(callTo('https://api.stripe.com/v1/invoices'));
      expect(reply.kind).toBe('not-performed');
      expect(sent).toEqual([]);
    });

  it('cannot use a mapping to make its own host an allowed one', async () => {
    const { perform, sent } = person('always', { hostMappings: [{ from: 'https://evil.example', to: 'https://api.stripe.com' }] });
    expect(await perform(callTo('https://evil.example/'))).toMatchObject({ reason: { kind: 'secret-not-allowed' } });
    expect(sent).toEqual([]);
  });

  it('gets no redirect followed: it is the answer', async () => {
    const { perform, sent } = person('once', {}, () => page('', { status: 302, headers: ['location', 'https://evil.example/'] }));
    expect(await perform(callTo('https://api.stripe.com/'))).toMatchObject({ kind: 'failure', error: 'States.Http.StatusCode.302' });
    expect(sent).toHaveLength(1);
  });

  it('tells the bridge where the secrets are bound to, so that it checks again', async () => {
    const { perform, sent } = person('once');
    await perform(callTo('https://api.stripe.com/'));
    expect(sent).toMatchObject([{ url: 'https://api.stripe.com/?account=acct_secret', secretOrigins: ['https://api.stripe.com'] }]);
  });
});

describe('host mapping', () => {
  it('sends to the sandbox, shown and asked as such', async () => {
    const { perform, sent, asked, recorded } = person('once', { hostMappings: [{ from: 'https://api.stripe.com', to: 'sandbox' }] });
    expect(await perform(callTo('https://api.stripe.com/v1/invoices'))).toMatchObject({ kind: 'result' });
    expect(sent).toMatchObject([{ url: `${SANDBOX}/v1/invoices?account=acct_secret` }]);
    expect(sent[0]?.headers).toContain('127.0.0.1:7421');
    expect(sent[0]?.insideGrant).toBeUndefined();
    expect(asked).toMatchObject([{ mapped: true, inside: false, addressLabel: 'the sandbox of this studio' }]);
    expect(recorded).toMatchObject([{ sentTo: expect.stringMatching(/^http:\/\/127\.0\.0\.1:7421\/v1\/invoices/) }]);
  });

  it('says that the sandbox is not running, instead of calling the real host', async () => {
    const { perform, sent } = person('always', { hostMappings: [{ from: 'https://api.stripe.com', to: 'sandbox' }], sandboxOrigin: undefined });
    expect(await perform(callTo('https://api.stripe.com/'))).toMatchObject({ reason: { kind: 'no-route', message: expect.stringContaining('sandbox is not running') } });
    expect(sent).toEqual([]);
  });
});

describe('inside addresses', () => {
  const local: Connection = { ...stripe, allowedOrigins: ['http://127.0.0.1:4010', 'https://intranet.example.com'] };

  it('want a grant that says so, for that host and port', async () => {
    const { perform, sent, asked, grants } = person('always', { connections: [local] });
    await perform(callTo('http://127.0.0.1:4010/x'));
    await perform(callTo('http://127.0.0.1:4010/y'));
    expect(asked).toMatchObject([{ inside: true, addressLabel: 'internal address (this machine)', awsWouldRefuse: expect.any(String) }]);
    expect(sent.map(({ insideGrant }) => insideGrant)).toEqual(['127.0.0.1:4010', '127.0.0.1:4010']);
    expect(grants).toMatchObject([{ insideAddress: '127.0.0.1:4010' }]);
  });

  const insideOnce = (request: SendRequest): SendOutcome =>
    request.insideGrant === undefined ? { failure: { kind: 'needs-inside-grant', message: 'inside', address: '10.0.0.5' }, phases: {} } : page('in');

  it('ask a second time when a public name leads inside, and send once', async () => {
    const { perform, sent, asked, recorded } = person(['once', 'once'], { connections: [local] }, insideOnce);
    expect(await perform(callTo('https://intranet.example.com/'))).toMatchObject({ kind: 'result' });
    expect(asked).toMatchObject([{ inside: false }, { inside: true, resolvedTo: '10.0.0.5' }]);
    expect(sent.map(({ insideGrant }) => insideGrant)).toEqual([undefined, 'intranet.example.com:443']);
    expect(recorded).toHaveLength(1);
  });

  it('are left alone when the second answer is no', async () => {
    const { perform, sent, recorded } = person(['always', 'cancel'], { connections: [local] }, insideOnce);
    expect(await perform(callTo('https://intranet.example.com/'))).toMatchObject({ reason: { kind: 'consent-denied' } });
    expect([sent.length, recorded.length]).toEqual([1, 0]);
  });

  it('ask once only, even when the bridge insists', async () => {
    const { perform, asked } = person('once', { connections: [local] }, () => ({ failure: { kind: 'needs-inside-grant', message: 'inside' }, phases: {} }));
    expect(await perform(callTo('https://intranet.example.com/'))).toMatchObject({ reason: { kind: 'needs-inside-grant' } });
    expect(asked).toHaveLength(2);
  });
});

describe('the list of what left', () => {
  it('has a line for each send, also for one that failed on its way', async () => {
    const { perform, recorded } = person('once', {}, () => ({ failure: { kind: 'timeout', message: 'No answer.' }, phases: {} }));
    await perform(callTo('https://api.stripe.com/v1', { RequestBody: 'hello' }));
    expect(recorded).toMatchObject([{ workflow: 'Invoices', state: 'Charge', method: 'POST', connection: 'stripe', status: null, failure: 'No answer.', bytes: 5 }]);
  });

  it('has no line for what the guards refused', async () => {
    const { perform, recorded } = person('once', {}, () => ({ failure: { kind: 'refused-address', message: 'never' }, phases: {} }));
    expect(await perform(callTo('https://api.stripe.com/'))).toMatchObject({ reason: { kind: 'refused-address' } });
    expect(recorded).toEqual([]);
  });

  it('has a line when the bridge broke off: the request may have arrived', async () => {
    const broken = { send: async () => ({ ok: false, error: { kind: 'no-bridge', message: 'The bridge stopped.', maybeSent: true } }) as const };
    const { perform, recorded } = person('once', { bridge: broken });
    expect(await perform(callTo('https://api.stripe.com/'))).toMatchObject({ reason: { kind: 'no-route', message: 'The bridge stopped.' } });
    expect(recorded).toHaveLength(1);
  });
});

describe('secrets', () => {
  const echo = (request: SendRequest): SendOutcome => page(`you sent ${request.headers.join(' ')} to ${request.url}`);

  it('are in nothing that is recorded, asked or kept, even when the server echoes them', async () => {
    const { perform, asked, recorded, grants } = person('always', {}, echo);
    const reply = await perform(callTo('https://api.stripe.com/v1'));
    const body = new TextDecoder().decode(reply.http?.exchange?.response?.body);
    expect(body).toMatch(/^you sent/);
    expect(JSON.stringify([asked, recorded, grants, reply, body])).not.toMatch(/sk_test|acct_secret/);
  });

  it('do not come back to the workflow, which could encode them and send them elsewhere', async () => {
    const { perform } = person('once', {}, (request) => page(JSON.stringify({ seen: request.headers, [SECRET]: request.url }), { headers: ['content-type', 'application/json'] }));
    const reply = await perform(callTo('https://api.stripe.com/v1'));
    expect(reply).toMatchObject({ kind: 'result', value: { ResponseBody: { seen: expect.arrayContaining(['Authorization', '••••']) } } });
    expect(reply.http?.exchange?.replyNotes?.join()).toContain('repeated a secret');
    const refused = person('once', {}, (request) => page('', { status: 401, statusText: `no such key ${request.headers[request.headers.indexOf('Authorization') + 1]}` }));
    expect(await refused.perform(callTo('https://api.stripe.com/v1'))).toMatchObject({ kind: 'failure', cause: 'no such key ••••' });
  });

  it('are in the revealed trace only where the person asked for it', async () => {
    const { perform } = person('once', {}, echo);
    const reply = await perform(callTo('https://api.stripe.com/v1'), never, true);
    expect(reply.http?.requestRevealed.headers).toContain(SECRET);
    expect(JSON.stringify([reply.http?.request, reply.http?.exchange, reply.http?.prepared])).not.toContain(SECRET);
  });
});

describe('routes', () => {
  it('prefers the bridge, falls back to the page, and says when there is neither', async () => {
    const direct = async () => page('direct');
    const both = person('once', { direct });
    expect((await both.perform(callTo('https://api.stripe.com/'))).http?.exchange?.route).toBe('bridge');
    const alone = person('once', { bridge: null, direct });
    expect((await alone.perform(callTo('https://api.stripe.com/'))).http?.exchange?.route).toBe('direct');
    const none = person('once', { bridge: null });
    expect(await none.perform(callTo('https://api.stripe.com/'))).toMatchObject({ reason: { kind: 'no-route', message: expect.stringContaining('npm start') } });
    expect(none.asked).toEqual([]);
  });

  it('leaves tasks of other services to a mock', async () => {
    const { perform, asked } = person('once');
    const reply = await perform({ stateName: 'Resize', resource: 'arn:aws:states:::lambda:invoke', arguments: {} });
    expect(reply).toMatchObject({ kind: 'not-performed', reason: { kind: 'needs-mock' } });
    expect(asked).toEqual([]);
  });
});
