import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf, MY_CONNECTION } from './machines.ts';
import type { ConnectionForm } from './pages/ConnectionForm.ts';
import { listen } from './servers/listen.mjs';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 90_000 });

const SECRET = 'cl13nt-that-nobody-sees';
const PASSPHRASE = 'correct horse battery';

interface Seen {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}
type Answer = (response: ServerResponse, nth: number) => void;

/** A server with a list of what arrived there. */
async function recording(answer: Answer) {
  const seen: Seen[] = [];
  const server = await listen(createServer((incoming: IncomingMessage, response) => {
    let body = '';
    incoming.on('data', (piece) => (body += String(piece))).on('end', () => {
      answer(response, seen.push({ path: incoming.url ?? '', authorization: incoming.headers.authorization, body }));
    });
  }));
  return { ...server, seen };
}
const json = (value: unknown, status = 200) => (response: ServerResponse) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const tokens: Answer = (response, nth) => json({ access_token: `token-number-${nth}`, token_type: 'Bearer', expires_in: 3600 })(response);

/** An authorization server and an API that takes its tokens. */
async function pair(token: Answer = tokens, api: Answer = json({ done: true })) {
  const [id, orders] = [await recording(token), await recording(api)];
  return { id, orders, stop: () => Promise.all([id.stop(), orders.stop()]) };
}

async function fillOauth(form: ConnectionForm, endpoint: string, origin: string): Promise<void> {
  await form.kind('OAuth client credentials A token');
  await form.dialog.getByTestId('connection.endpoint').fill(endpoint);
  await form.dialog.getByTestId('connection.clientId').fill('studio');
  await form.dialog.getByTestId('connection.secret').fill(SECRET);
  await form.dialog.getByTestId('connection.origins').fill(origin);
}

const row = (page: Page, name: string) => page.getByTestId(`connections.row.${name}`);

test('an OAuth connection fetches its token, shows that too, and after 401 the next attempt fetches a new one', async ({ studio, canvas, inspector, connectionForm, testPanel, page }) => {
  const { id, orders, stop } = await pair(tokens, (response, nth) => json(nth === 1 ? { error: 'expired' } : { done: true }, nth === 1 ? 401 : 200)(response));
  await studio.openMachine(machineOf({ Order: httpTask({ method: 'POST', url: `${orders.origin}/orders`, more: { RequestBody: { item: 1 } } }) }));
  await canvas.select('Order');
  await inspector.connection('make');
  await fillOauth(connectionForm, `${id.origin}/oauth/token`, orders.origin);
  await connectionForm.dialog.getByRole('button', { name: 'Add a parameter' }).click();
  await page.keyboard.type('scope');
  await connectionForm.dialog.getByLabel('Value of parameter 2').fill('orders:write');
  await connectionForm.dialog.getByTestId('connection.save').click();
  await expect(connectionForm.dialog).toHaveCount(0);
  await inspector.test.click();

  await test.step('one question names both requests; nothing has left while it stands', async () => {
    await testPanel.start.click();
    await expect(testPanel.consent.getByTestId('consent.token')).toContainText(`POST ${id.origin}/oauth/token`);
    await expect(testPanel.consent.getByTestId('consent.token')).toContainText('internal address');
    await expect(testPanel.consent).toContainText(`POST ${orders.origin}/orders`);
    expect([id.seen.length, orders.seen.length]).toEqual([0, 0]);
    await testPanel.consent.getByTestId('consent.once').click();
  });

  await test.step('401: the POST arrived once, with the token', async () => {
    await expect(testPanel.responseStatus).toHaveText('401');
    expect(id.seen).toMatchObject([{ path: '/oauth/token', body: `grant_type=client_credentials&scope=orders%3Awrite&client_secret=${SECRET}&client_id=studio` }]);
    expect(orders.seen).toEqual([{ path: '/orders', authorization: 'Bearer token-number-1', body: '{"item":1}' }]);
    const token = page.getByTestId('exchange.token');
    await expect(token).toContainText(`${id.origin}/oauth/token`);
    await token.getByRole('button', { name: /Fetched in/ }).click();
    await expect(token).toContainText('client_secret=••••&client_id=studio');
  });

  await test.step('the next attempt fetches a new token, the one after it none', async () => {
    await testPanel.sendOnce();
    await expect(testPanel.responseStatus).toHaveText('200');
    await testPanel.start.click();
    await expect(testPanel.consent).toBeVisible();
    await expect(testPanel.consent.getByTestId('consent.token')).toHaveCount(0);
    await testPanel.consent.getByTestId('consent.once').click();
    await expect.poll(() => orders.seen.length).toBe(3);
    expect(orders.seen.map(({ authorization }) => authorization)).toEqual(['Bearer token-number-1', 'Bearer token-number-2', 'Bearer token-number-2']);
    expect(id.seen).toHaveLength(2);
  });

  await test.step('all five are in the list of what left, and no secret is anywhere', async () => {
    const sent = await studio.dock('sent');
    await expect(sent.getByRole('row').filter({ hasText: '/oauth/token' })).toHaveCount(2);
    await expect(sent.getByRole('row').filter({ hasText: '/orders' })).toHaveCount(3);
    const shown = await studio.everythingShown();
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain('token-number');
    expect(JSON.stringify(await studio.stored())).not.toMatch(/cl13nt-that|token-number/);
  });
  await stop();
});

test('a token endpoint that gives no token is a sentence, and the request is not sent', async ({ studio, canvas, inspector, connectionForm, testPanel }) => {
  const { id, orders, stop } = await pair((response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Sign in</h1>'));
  await studio.openMachine(machineOf({ Order: httpTask({ method: 'POST', url: `${orders.origin}/orders` }) }));
  await canvas.select('Order');
  await inspector.connection('make');
  await fillOauth(connectionForm, `${id.origin}/login`, orders.origin);
  await connectionForm.dialog.getByTestId('connection.save').click();
  await inspector.test.click();
  await testPanel.sendOnce();
  await testPanel.result('output');
  await expect(testPanel.error).toHaveText('Events.ConnectionResource.InvalidConnectionState');
  await expect(testPanel.cause).toContainText('answered a web page (HTML)');
  expect([id.seen.length, orders.seen.length]).toEqual([1, 0]);
  await stop();
});

test('another token endpoint clears the client secret: it is typed again before anything is sent', async ({ studio, canvas, inspector, connectionForm, testPanel, page }) => {
  const { id, orders, stop } = await pair();
  await studio.openMachine(machineOf({ Order: httpTask({ method: 'POST', url: `${orders.origin}/orders` }) }));
  await canvas.select('Order');
  await inspector.connection('make');
  await fillOauth(connectionForm, `${id.origin}/token`, orders.origin);
  await connectionForm.dialog.getByTestId('connection.save').click();
  await studio.run('Connections');
  await expect(row(page, 'mine')).toContainText('Ready');
  await row(page, 'mine').getByRole('button', { name: 'Edit mine' }).click();
  await connectionForm.dialog.getByTestId('connection.endpoint').fill(`${orders.origin}/stolen`);
  await expect(connectionForm.dialog).toContainText('saving clears it and the token');
  await connectionForm.dialog.getByTestId('connection.save').click();
  await expect(connectionForm.dialog).toHaveCount(0);
  await inspector.test.click();
  await testPanel.start.click();
  await testPanel.result('output');
  await expect(testPanel.reason).toContainText('Type it again');
  await expect(testPanel.consent).toHaveCount(0);
  expect([id.seen.length, orders.seen.length]).toEqual([0, 0]);
  await page.getByTestId('test.connection.open').click();
  await expect(connectionForm.dialog.getByTestId('connection.missing')).toBeVisible();
  await stop();
});

test('renaming and deleting a connection in use says where, and takes the states along', async ({ studio, canvas, inspector, connectionForm, page }) => {
  const task = () => httpTask({ url: 'https://api.example.com/' });
  await studio.openMachine(machineOf({ Charge: task(), Refund: task(), Note: { Type: 'Pass', End: true } }));
  await canvas.select('Charge');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ name: 'billing', secret: 'k3y-k3y', origins: ['https://api.example.com'] });
  const names = async () => JSON.parse(await studio.text()).States.Charge.Arguments.InvocationConfig.ConnectionArn as string;
  expect(await names()).toBe(MY_CONNECTION);

  await test.step('a new ARN is written into the states that name it, in one step', async () => {
    await inspector.connection('edit');
    await expect(connectionForm.dialog.getByTestId('connection.used')).toHaveText('Used by Charge and Refund.');
    await connectionForm.dialog.getByTestId('connection.arn').fill(MY_CONNECTION.replace('connection/mine', 'connection/billing'));
    await expect(connectionForm.dialog.getByTestId('connection.follow')).toContainText('Charge and Refund name this connection by its ARN, which changes');
    await connectionForm.dialog.getByTestId('connection.save').click();
    await expect(connectionForm.dialog).toHaveCount(0);
    await expect.poll(names).toContain('connection/billing/');
    expect(await studio.text()).not.toContain('connection/mine/');
  });

  await test.step('a copy, then the original is deleted and the states use the copy', async () => {
    await studio.run('Connections');
    await expect(row(page, 'billing')).toContainText('Used by Charge and Refund');
    await row(page, 'billing').getByRole('button', { name: 'More about billing' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(row(page, 'billing-copy')).toContainText('Not used in this workflow');
    await row(page, 'billing').getByRole('button', { name: 'More about billing' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const removal = page.getByTestId('connection.removal');
    await expect(removal.getByTestId('connection.removal.uses')).toHaveText('Charge and Refund use it.');
    await removal.getByTestId('connection.replacement').click();
    await page.getByRole('option', { name: 'billing-copy' }).click();
    await removal.getByTestId('connection.remove').click();
    await expect(row(page, 'billing')).toHaveCount(0);
    await expect(row(page, 'billing-copy')).toContainText('Used by Charge and Refund');
    await page.keyboard.press('Escape');
    await expect.poll(names).toContain('connection/billing-copy/');
  });

  await test.step('deleted without one to follow, the definition offers to make it', async () => {
    await inspector.connection('edit');
    await connectionForm.dialog.getByTestId('connection.tab.aws').click();
    await expect(connectionForm.dialog.getByTestId('connection.aws')).toContainText('"ApiKeyName": "X-API-Key"');
    expect(await connectionForm.dialog.textContent()).not.toContain('k3y-k3y');
    await connectionForm.dialog.getByTestId('connection.delete').click();
    await page.getByTestId('connection.remove').click();
    await expect(page.getByTestId('inspector.connection.make')).toBeVisible();
    await studio.run('Connections');
    await expect(page.getByRole('list', { name: 'Named in this workflow, not made here' })).toContainText('Used by Charge and Refund');
  });
});

test('a test that misses its connection offers to make the very one', async ({ studio, canvas, inspector, connectionForm, testPanel, page }) => {
  await studio.openMachine(machineOf({ Charge: httpTask({ url: 'https://api.example.com/', connection: `{% "${MY_CONNECTION}" %}` }) }));
  await canvas.select('Charge');
  await inspector.test.click();
  await testPanel.start.click();
  await testPanel.result('output');
  await expect(testPanel.reason).toContainText(MY_CONNECTION);
  await page.getByTestId('test.connection.make').click();
  await expect(connectionForm.dialog.getByTestId('connection.arn')).toHaveValue(MY_CONNECTION);
});

test('a secret that is kept opens with its passphrase after a reload', async ({ studio, canvas, inspector, connectionForm, page }) => {
  await studio.openMachine(machineOf({ Charge: httpTask({ url: 'https://api.example.com/' }) }));
  await canvas.select('Charge');
  await inspector.connection('make');
  await connectionForm.kind('API key A header');
  await connectionForm.dialog.getByTestId('connection.keep').click();
  await connectionForm.dialog.getByTestId('connection.passphrase').fill(PASSPHRASE);
  await connectionForm.save(SECRET, ['https://api.example.com']);
  expect(JSON.stringify(await studio.stored())).not.toContain(SECRET);
  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  await studio.reload();
  await studio.run('Connections');
  await expect(row(page, 'mine')).toContainText('Locked');
  const dialog = page.getByTestId('connections');
  await dialog.getByTestId('connection.unlock.passphrase').fill('not this one');
  await dialog.getByTestId('connection.unlock').click();
  await expect(dialog).toContainText('That is not the passphrase');
  await expect(row(page, 'mine')).toContainText('Locked');
  await dialog.getByTestId('connection.unlock.passphrase').fill(PASSPHRASE);
  await dialog.getByTestId('connection.unlock').click();
  await expect(row(page, 'mine')).toContainText('Ready, kept');
  await studio.reload();
  await studio.run('Connections');
  await dialog.getByTestId('connection.forget').click();
  await expect(row(page, 'mine')).toContainText('Type it again');
});
