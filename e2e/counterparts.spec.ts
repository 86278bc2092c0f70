/** One exchange, and what may go wrong in it, with servers that others have written: docs/bridge.md says which and why. */
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';
import { POST_CLIENT } from './servers/oauth.mjs';
import { stripeClient } from './servers/stripe.mjs';
import { javaVersion, startWiremock } from './servers/wiremock.mjs';

// One worker for all of them: each server is started once.
test.describe.configure({ mode: 'default', timeout: 90_000 });

const FORM = { Headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'INDICES' } } };
const form = (url: string, body: unknown) => httpTask({ method: 'POST', url, more: { ...FORM, RequestBody: body } });

test('Stripe: a nested form is read as it was meant, and as Stripe\'s own client would have sent it', async ({ studio, canvas, inspector, connectionForm, testPanel, stripe }) => {
  const customer = {
    email: 'billing@northwind.example', description: 'a&b=c+d e%20f ü€ "q"', metadata: { order: '7', 'deep key': 'v w', 'a[b]': '[]', empty: '' },
    shipping: { name: 'Ada Example', address: { line1: '1 Main Street', city: 'Zürich', country: 'CH' } }, preferred_locales: ['de-CH', 'en'],
  };
  await studio.openMachine(machineOf({
    Create: form(`${stripe.origin}/v1/customers`, { ...customer, description: '{% $states.input.description %}' }),
    Missing: httpTask({ url: `${stripe.origin}/v1/customers/cus_none` }),
  }));
  await canvas.select('Create');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ header: 'Authorization', secret: 'Bearer sk_test_counterpart', origins: [stripe.origin] });
  await inspector.test.click();
  await testPanel.input.fill(JSON.stringify({ description: customer.description }));
  await testPanel.sendOnce();
  await expect(testPanel.responseStatus).toHaveText('200');
  const { id } = JSON.parse(await testPanel.responseText()) as { readonly id: string };

  const client = stripeClient(stripe.origin);
  const kept = await client.customers.retrieve(id);
  const theirs = await client.customers.create(customer);
  const said = ({ email, description, metadata, shipping, preferred_locales }: Readonly<Record<string, unknown>>) => ({ email, description, metadata, shipping, preferred_locales });
  expect(said(kept)).toEqual(said(theirs));
  expect(said(kept)).toMatchObject({ email: customer.email, description: customer.description, metadata: customer.metadata });

  await testPanel.choose('Missing');
  await testPanel.sendOnce();
  await expect(testPanel.responseStatus).toHaveText('404');
  await testPanel.result('output');
  await expect(testPanel.error).toHaveText('States.Http.StatusCode.404');
});

test('GitHub as its own description plays it: created, refused for its body or without a token, gone', async ({ studio, canvas, inspector, connectionForm, testPanel, github }) => {
  const issue = (headers: Readonly<Record<string, string>>, body: unknown = { title: 'The alarm rang', labels: ['bug'] }) => httpTask({ method: 'POST', url: `${github.origin}/repos/octocat/hello-world/issues`, more: { Headers: { Accept: 'application/json', ...headers }, RequestBody: body } });
  const keyless = 'arn:aws:events:us-east-1:111122223333:connection/keyless/1c7f3a52-5c4e-4a6b-9a55-2f1f1d1f7a11';
  await studio.openMachine(machineOf({ Create: issue({}), Gone: issue({ Prefer: 'code=410' }), Broken: issue({}, { labels: 'none' }), Stranger: { ...issue({}), Arguments: { ...(issue({})['Arguments'] as object), InvocationConfig: { ConnectionArn: keyless } } } }));
  await canvas.select('Create');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ header: 'Authorization', secret: 'Bearer e2e', origins: [github.origin] });
  await inspector.test.click();
  await testPanel.sendAlways();
  await expect(testPanel.responseStatus).toHaveText('201');
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  expect(await testPanel.outputJson()).toMatchObject({ StatusCode: 201, Headers: { Location: [expect.stringContaining('/issues/')] } });
  await testPanel.result('exchange');

  await testPanel.choose('Gone');
  await testPanel.start.click();
  await expect(testPanel.responseStatus).toHaveText('410');
  await testPanel.result('output');
  await expect(testPanel.error).toHaveText('States.Http.StatusCode.410');

  await testPanel.choose('Broken');
  await testPanel.start.click();
  await expect(testPanel.responseStatus).toHaveText('422');
  await testPanel.result('output');
  await expect(testPanel.error).toHaveText('States.Http.StatusCode.422');

  await canvas.select('Stranger');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ header: 'X-Other', secret: 'no token', origins: [github.origin] });
  await testPanel.sendOnce();
  await testPanel.result('output');
  await expect(testPanel.error).toHaveText('States.Http.StatusCode.401');
});

test('WireMock: a form and credentials matched part by part, and connections that break', async ({ studio, canvas, inspector, connectionForm, testPanel }) => {
  test.skip(javaVersion() < 11, 'WireMock wants Java 11 or later, which is not on the path.');
  const wiremock = await startWiremock();
  await wiremock.stub({
    request: { method: 'POST', urlPath: '/v1/invoices', basicAuthCredentials: { username: 'someone', password: 'k3y-of-mine' }, formParameters: { 'metadata[order details]': { equalTo: 'monthly & more' }, 'items[1]': { equalTo: 'b' } } },
    response: { status: 201, jsonBody: { id: 'in_1' } },
  });
  const FAULTS = { Reset: 'CONNECTION_RESET_BY_PEER', Empty: 'EMPTY_RESPONSE', Garbage: 'RANDOM_DATA_THEN_CLOSE' } as const;
  for (const [name, fault] of Object.entries(FAULTS)) await wiremock.stub({ request: { urlPath: `/fault/${name}` }, response: { fault } });
  await studio.openMachine(machineOf({
    Match: form(`${wiremock.origin}/v1/invoices`, { metadata: { 'order details': 'monthly & more' }, items: ['a', 'b'] }),
    ...Object.fromEntries(Object.keys(FAULTS).map((name) => [name, httpTask({ method: 'POST', url: `${wiremock.origin}/fault/${name}` })])),
  }));
  await canvas.select('Match');
  await inspector.connection('make');
  await connectionForm.makeBasic('someone', 'k3y-of-mine', [wiremock.origin]);
  await inspector.test.click();
  await testPanel.sendAlways();
  await expect(testPanel.responseStatus).toHaveText('201');
  for (const name of Object.keys(FAULTS)) {
    await test.step(name, async () => {
      await testPanel.choose(name);
      await testPanel.start.click();
      await expect(testPanel.failure).toContainText(new URL(wiremock.origin).host);
      await expect(testPanel.status).toHaveText('FAILED');
      await testPanel.result('output');
      await expect(testPanel.error).toHaveText('States.Http.Socket');
      await testPanel.result('exchange');
    });
  }
  expect((await wiremock.journal()).map(({ method, url }) => `${method} ${url}`).toSorted(), 'nothing is sent a second time by itself').toEqual([...Object.keys(FAULTS).map((name) => `POST /fault/${name}`), 'POST /v1/invoices'].toSorted());
  await wiremock.stop();
});

test('OAuth: a certified server gives the token, the API that checks it takes it; taken back, the next attempt has a new one', async ({ studio, canvas, inspector, connectionForm, testPanel, page, oauth }) => {
  await studio.openMachine(machineOf({ Order: httpTask({ method: 'POST', url: `${oauth.origin}/orders`, more: { RequestBody: { item: '{% $states.input.item %}' } } }) }));
  await canvas.select('Order');
  await inspector.connection('make');
  await connectionForm.kind('OAuth client credentials A token');
  const { dialog } = connectionForm;
  await dialog.getByTestId('connection.endpoint').fill(oauth.tokenUrl);
  await dialog.getByTestId('connection.clientId').fill(POST_CLIENT.id);
  await dialog.getByRole('button', { name: 'Add a parameter' }).click();
  await page.keyboard.type('scope');
  await dialog.getByLabel('Value of parameter 2').fill('orders:write');
  await connectionForm.save(POST_CLIENT.secret, [oauth.origin]);
  await inspector.test.click();
  const order = async (item: string, status: string) => {
    await testPanel.input.fill(JSON.stringify({ item }));
    await testPanel.sendOnce();
    await expect(testPanel.responseStatus).toHaveText(status);
    await expect(testPanel.root).not.toContainText(POST_CLIENT.secret);
  };

  await order('first', '201');
  expect([oauth.issued(), oauth.orders]).toEqual([1, [{ client: POST_CLIENT.id, body: { item: 'first' } }]]);
  await expect(page.getByTestId('exchange.token')).toContainText(oauth.tokenUrl);
  await order('second', '201');
  expect(oauth.issued(), 'the token is kept').toBe(1);
  oauth.revoke();
  await order('third', '401');
  expect([oauth.issued(), oauth.orders.length], 'the POST is not sent again by itself').toEqual([1, 2]);
  await order('fourth', '201');
  expect([oauth.issued(), oauth.orders.at(-1)?.body]).toEqual([2, { item: 'fourth' }]);
  expect(JSON.stringify(await studio.stored())).not.toContain(POST_CLIENT.secret);
});
