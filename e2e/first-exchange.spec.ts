import { expect, test } from './fixtures.ts';

const SECRET = 'sandbox-sample-key';

test('from the first page to a shown exchange in three clicks', async ({ studio, testPanel, page }) => {
  test.setTimeout(30_000);
  await page.addInitScript(() => {
    const counter = globalThis as unknown as { clicks: number };
    counter.clicks = 0;
    addEventListener('click', (event) => { if (event.isTrusted) counter.clicks += 1; }, true);
  });
  const posts: string[] = [];
  page.on('request', (request) => { if (request.method() === 'POST') posts.push(new URL(request.url()).pathname); });

  await studio.open();
  await page.getByTestId('open.starter.stripe-invoices').click();
  await testPanel.start.click();
  await expect(testPanel.consent).toContainText('GET https://api.stripe.com/v1/customers');
  await expect(testPanel.consent).toContainText('the sandbox of this studio');
  expect(posts, 'nothing is sent before the yes').toEqual([]);
  await testPanel.consent.getByTestId('consent.once').click();

  await expect(testPanel.requestLine).toContainText('GET');
  await expect(testPanel.requestLine).toContainText('https://api.stripe.com/v1/customers?email=billing%40northwind.example');
  const origins = new Map((await testPanel.headers()).map(([name, value, origin]) => [name?.toLowerCase(), { value, origin }]));
  expect(origins.get('authorization')).toEqual({ value: 'redacted', origin: 'connection' });
  expect(origins.get('user-agent')).toEqual({ value: 'Amazon|StepFunctions|HttpInvoke|us-east-1', origin: 'service' });
  await expect(testPanel.sentTo).toContainText('http://127.0.0.1:');
  await expect(testPanel.responseStatus).toHaveText('200');
  await expect(testPanel.responseBody).toContainText('object:"list"');
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  expect(posts).toHaveLength(1);
  expect(await page.evaluate(() => (globalThis as unknown as { clicks: number }).clicks)).toBeLessThanOrEqual(3);
  expect(await studio.everythingShown()).not.toContain(SECRET);
  expect(JSON.parse(await testPanel.responseText()).data[0].id).toBe('cus_northwind');
});

test('the sent request is listed, and the list can be cleared', async ({ studio, testPanel, page }) => {
  await studio.openStarter('stripe-invoices');
  await testPanel.sendOnce();
  const sent = await studio.dock('sent');
  await expect(sent.getByRole('row').filter({ hasText: 'https://api.stripe.com/v1/customers' })).toContainText('200');
  await page.getByRole('button', { name: 'Clear the list' }).click();
  await expect(sent).toContainText('Nothing has left this machine');
});

test('saying no sends nothing and asks again only when asked', async ({ studio, testPanel, page }) => {
  await studio.openStarter('github-issue');
  await testPanel.start.click();
  await expect(testPanel.consent).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(testPanel.consent).toHaveCount(0);
  await testPanel.result('output');
  await expect(testPanel.reason).toContainText('Nothing was sent, because you did not allow it.');
  await expect(await studio.dock('sent')).toContainText('Nothing has left this machine');
});
