import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from './createSandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  await sandbox?.close();
  sandbox = await createSandbox({ port: 0, now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
});
afterAll(() => sandbox.close());

const KEY = { authorization: 'Bearer sk_test_sandbox' };

async function call(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const response = await fetch(`${sandbox.origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text === '' ? null : (JSON.parse(text) as unknown) };
}
const form = (path: string, body: string, headers: Record<string, string> = {}) =>
  call('POST', path, { ...KEY, 'content-type': 'application/x-www-form-urlencoded', ...headers }, body);

describe('the Stripe-like API', () => {
  it('finds the customer with a balance and the one without', async () => {
    const owing = await call('GET', '/v1/customers?email=with-balance%40example.com', KEY);
    const even = await call('GET', `/v1/customers/search?query=${encodeURIComponent("email:'no-balance@example.com'")}`, KEY);
    expect(owing.json).toMatchObject({ object: 'list', data: [{ id: 'cus_sandbox_balance', balance: 4200 }] });
    expect(even.json).toMatchObject({ object: 'search_result', data: [{ id: 'cus_sandbox_zero', balance: 0 }] });
    expect((await call('GET', '/v1/customers?email=nobody%40example.com', KEY)).json).toMatchObject({ data: [] });
    expect((await call('GET', '/v1/customers/search?query=nonsense', KEY)).status).toBe(400);
  });

  it('makes an invoice of a form with nested brackets, over its whole life', async () => {
    await form('/v1/invoiceitems', 'customer=cus_sandbox_balance&amount=800&description=Setup');
    const made = await form('/v1/invoices', 'customer=cus_sandbox_balance&description=Monthly%20subscription&metadata%5Border_details%5D=monthly%20report');
    expect(made.json).toMatchObject({
      id: 'in_sandbox_1', object: 'invoice', status: 'draft', amount_due: 5000, created: 1767323045, description: 'Monthly subscription', metadata: { order_details: 'monthly report' },
      customer: 'cus_sandbox_balance', lines: { total_count: 1 },
    });
    expect((await form('/v1/invoices/in_sandbox_1/finalize', '')).json).toMatchObject({ status: 'open', number: 'SANDBOX-0001' });
    expect((await form('/v1/invoices/in_sandbox_1/finalize', '')).status).toBe(400);
    expect((await form('/v1/invoices/in_sandbox_1/pay', '')).json).toMatchObject({ status: 'paid', amount_remaining: 0 });
    expect((await call('GET', '/v1/invoices/in_sandbox_1', KEY)).json).toMatchObject({ status: 'paid' });
  });

  it('answers one Idempotency-Key with one invoice', async () => {
    const first = await form('/v1/invoices', 'customer=cus_sandbox_balance', { 'idempotency-key': 'k1' });
    const again = await form('/v1/invoices', 'customer=cus_sandbox_balance', { 'idempotency-key': 'k1' });
    expect(again.text).toBe(first.text);
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([null, 'true']);
    expect(again.headers.get('request-id')).not.toBe(first.headers.get('request-id'));
    const other = await form('/v1/invoices', 'customer=cus_sandbox_zero', { 'idempotency-key': 'k1' });
    expect([other.status, other.json]).toMatchObject([400, { error: { type: 'idempotency_error' } }]);
    expect((await call('GET', '/v1/invoices', KEY)).json).toMatchObject({ data: [{ id: 'in_sandbox_1' }] });
  });

  it('lets a busy customer succeed at the third attempt', async () => {
    const attempt = () => form('/v1/invoices', 'customer=cus_sandbox_busy', { 'idempotency-key': 'busy' });
    expect([(await attempt()).status, (await attempt()).status, (await attempt()).status, (await attempt()).status]).toEqual([429, 429, 200, 200]);
  });

  it.each([
    { what: 'no credentials', ask: () => call('GET', '/v1/customers'), status: 401, error: { type: 'invalid_request_error' } },
    { what: 'an unknown customer in the path', ask: () => call('GET', '/v1/customers/cus_x', KEY), status: 404, error: { code: 'resource_missing', param: 'id' } },
    { what: 'an unknown customer in the body', ask: () => form('/v1/invoices', 'customer=cus_x'), status: 400, error: { code: 'resource_missing', param: 'customer' } },
    { what: 'a missing parameter', ask: () => form('/v1/invoices', ''), status: 400, error: { code: 'parameter_missing', param: 'customer' } },
    { what: 'a JSON body', ask: () => call('POST', '/v1/invoices', { ...KEY, 'content-type': 'application/json' }, '{"customer":"cus_sandbox_zero"}'), status: 400, error: { type: 'invalid_request_error' } },
    { what: 'an unknown path', ask: () => call('GET', '/v1/teapots', KEY), status: 404, error: { type: 'invalid_request_error' } },
    { what: 'an amount that is no integer', ask: () => form('/v1/invoiceitems', 'customer=cus_sandbox_zero&amount=1.5'), status: 400, error: { code: 'parameter_invalid_integer' } },
  ])('answers $what with $status', async ({ ask, status, error }) => {
    const reply = await ask();
    expect([reply.status, reply.json]).toMatchObject([status, { error }]);
    expect(reply.headers.get('request-id')).toMatch(/^req_/);
  });

  it('declines a card with 402', async () => {
    expect(await form('/v1/invoices', 'customer=cus_sandbox_declined')).toMatchObject({ status: 402, json: { error: { code: 'card_declined' } } });
  });

  it('takes the key as user name of Basic credentials too', async () => {
    const authorization = `Basic ${Buffer.from('sk_test_sandbox:').toString('base64')}`;
    expect((await call('GET', '/v1/customers', { authorization })).status).toBe(200);
    expect((await call('GET', '/v1/customers', { authorization: 'Basic Og==' })).status).toBe(401);
  });
});

describe('the GitHub-like API', () => {
  const post = (path: string, body: string, headers: Record<string, string> = KEY) => call('POST', path, { 'content-type': 'application/json', ...headers }, body);

  it('opens an issue and gives it back', async () => {
    const made = await post('/repos/example/workflows/issues', '{"title":"It broke","labels":["bug"]}');
    expect(made).toMatchObject({ status: 201, json: { number: 1, title: 'It broke', state: 'open', labels: [{ name: 'bug' }], created_at: '2026-01-02T03:04:05Z' } });
    expect(made.headers.get('location')).toBe('https://api.github.com/repos/example/workflows/issues/1');
    expect((await call('GET', '/repos/example/workflows/issues/1', KEY)).json).toMatchObject({ title: 'It broke' });
    expect((await call('GET', '/repos/example/other/issues', KEY)).json).toEqual([]);
  });

  it.each([
    { what: 'no credentials', ask: () => post('/repos/a/b/issues', '{"title":"x"}', {}), status: 401 },
    { what: 'a repository that is not there', ask: () => post('/repos/a/missing/issues', '{"title":"x"}'), status: 404 },
    { what: 'no title', ask: () => post('/repos/a/b/issues', '{"body":"x"}'), status: 422 },
    { what: 'no JSON', ask: () => post('/repos/a/b/issues', 'title=x'), status: 400 },
  ])('answers $what with $status', async ({ ask, status }) => {
    expect(await ask()).toMatchObject({ status, json: { status: String(status) } });
  });
});

describe('the Salesforce-like API', () => {
  const query = (soql: string, headers: Record<string, string> = KEY) => call('GET', `/services/data/v62.0/query?q=${encodeURIComponent(soql)}`, headers);

  it('answers the fields that were asked for', async () => {
    const found = await query("SELECT Id, Name FROM Account WHERE Industry = 'Energy' LIMIT 1");
    expect(found.json).toEqual({
      totalSize: 1,
      done: true,
      records: [{ attributes: { type: 'Account', url: '/services/data/v62.0/sobjects/Account/001000000000001AAA' }, Id: '001000000000001AAA', Name: 'First sample account' }],
    });
  });

  it.each([
    { soql: 'SELECT Id FROM Account', headers: {}, status: 401, errorCode: 'INVALID_SESSION_ID' },
    { soql: 'FROM Account', headers: KEY, status: 400, errorCode: 'MALFORMED_QUERY' },
    { soql: 'SELECT Id FROM Nothing', headers: KEY, status: 400, errorCode: 'INVALID_TYPE' },
    { soql: 'SELECT Shoe FROM Account', headers: KEY, status: 400, errorCode: 'INVALID_FIELD' },
  ])('refuses $soql with $errorCode', async ({ soql, headers, status, errorCode }) => {
    expect(await query(soql, headers)).toMatchObject({ status, json: [{ errorCode }] });
  });

  it('gives a token for client credentials', async () => {
    const asked = (body: string) => call('POST', '/services/oauth2/token', { 'content-type': 'application/x-www-form-urlencoded' }, body);
    expect(await asked('grant_type=client_credentials&client_id=a&client_secret=b')).toMatchObject({ status: 200, json: { token_type: 'Bearer' } });
    expect(await asked('grant_type=password')).toMatchObject({ status: 400, json: { error: 'unsupported_grant_type' } });
  });
});

describe('the tools', () => {
  it('echoes what was received, repeated headers and all', async () => {
    const echoed = await call('POST', '/echo/anything?a=1&a=2', { 'content-type': 'application/json', 'X-Mine': 'yes' }, '{"n":1}');
    expect(echoed.json).toMatchObject({ method: 'POST', path: '/echo/anything', query: 'a=1&a=2', body: '{"n":1}', json: { n: 1 } });
    expect(echoed.text).toContain('["X-Mine","yes"]');
  });

  it('answers any status, length and delay', async () => {
    expect((await call('GET', '/status/418')).status).toBe(418);
    expect((await (await fetch(`${sandbox.origin}/bytes/300000`)).text()).length).toBe(300000);
    expect((await call('GET', '/delay/1')).status).toBe(200);
    expect((await call('GET', '/nothing')).status).toBe(404);
  });

  it('fails on demand, always or the first times', async () => {
    const twice = () => call('GET', '/v1/customers', { ...KEY, 'x-sandbox-fail': '503 x 2' });
    expect([(await twice()).status, (await twice()).status, (await twice()).status]).toEqual([503, 503, 200]);
    expect((await call('GET', '/echo', { 'x-sandbox-fail': '429' })).headers.get('retry-after')).toBe('1');
  });
});

/** The starters that come with the studio name inputs of their own; each has to work against this sandbox. */
describe('the starters', () => {
  interface Sidecar {
    readonly inputs: Readonly<Record<string, string>>;
    readonly hostMappings: readonly { readonly to: string }[];
  }
  const sidecar = (name: string) => JSON.parse(readFileSync(join('public/starters', `${name}.studio.json`), 'utf8')) as Sidecar;
  const input = (name: string, state: string) => JSON.parse(sidecar(name).inputs[state] ?? '{}') as Record<string, string>;

  it('bills the customer of the Stripe starter', async () => {
    const { email = '', orderId = '' } = input('stripe-invoices', 'Look up customer');
    const found = await call('GET', `/v1/customers?email=${encodeURIComponent(email)}&limit=1`, KEY);
    const [customer] = (found.json as { data: { id: string; balance: number }[] }).data;
    expect(customer?.balance).toBeGreaterThan(0);
    const body = `customer=${customer?.id}&collection_method=send_invoice&days_until_due=30&metadata%5Border_id%5D=${orderId}`;
    const made = await form('/v1/invoices', body, { 'idempotency-key': `${orderId}-invoice` });
    expect(made.json).toMatchObject({ status: 'draft', amount_due: customer?.balance, due_date: 1767323045 + 30 * 86_400, metadata: { order_id: orderId } });
    expect(input('stripe-invoices', 'Create invoice')).toMatchObject({ customer: { id: customer?.id } });
  });

  it('finds the opportunities of the Salesforce starter', async () => {
    const { stage = '' } = input('salesforce-query', 'Query opportunities');
    const soql = `SELECT Id, Name, Amount FROM Opportunity WHERE StageName = '${stage}' LIMIT 10`;
    expect((await call('GET', `/services/data/v62.0/query?q=${encodeURIComponent(soql)}`, KEY)).json).toMatchObject({ totalSize: 2 });
  });

  it.each(['stripe-invoices', 'salesforce-query', 'github-issue'])('%s is mapped to the sandbox', (name) => {
    expect(sidecar(name).hostMappings.map(({ to }) => to)).toEqual(['sandbox']);
  });
});

describe('who may call it', () => {
  const statusFor = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port: sandbox.port, path: '/echo', headers, agent: false }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });

  it.each([
    { what: 'a name that leads here', headers: { host: 'evil.example.com:7421' } },
    { what: 'a page of another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { what: 'a page on another port', headers: { 'sec-fetch-site': 'same-site' } },
  ])('is not $what', async ({ headers }) => {
    expect(await statusFor(headers)).toBe(403);
  });

  it('is a program, under any name of this machine, and a person in the address bar', async () => {
    expect(await Promise.all([{}, { host: 'localhost:7421' }, { host: '[::1]' }, { 'sec-fetch-site': 'none' }].map(statusFor))).toEqual([200, 200, 200, 200]);
  });
});
