import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { expect, test as base } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';
import { rawOf } from './pages/TestPanel.ts';
import { listen } from './servers/listen.mjs';

// Long stories; the limit is for a busy machine.
base.describe.configure({ timeout: 90_000 });

const SECRET = 'k3y-that-nobody-sees';

interface Api {
  readonly origin: string;
  /** Paths that arrived, in order. */
  readonly seen: readonly string[];
}

/** A server of this story alone: whatever arrives is counted. */
const test = base.extend<{ api: Api }>({
  // Playwright wants a pattern for a fixture's first argument, although nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern
  api: async ({}, use) => {
    const seen: string[] = [];
    const server: Server = createServer((request, response) => {
      seen.push(new URL(request.url ?? '/', 'http://here').pathname);
      answer(request, response);
    });
    const { origin, stop } = await listen(server);
    await use({ origin, seen });
    await stop();
  },
});

const ITEMS = Array.from({ length: 2_400 }, (_, at) => ({ id: `item_${at}`, price: at, note: `A line of some length, number ${at}`, tags: ['a', 'b'] }));

function answer(request: IncomingMessage, response: ServerResponse): void {
  const json = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_7' });
    response.end(JSON.stringify(value));
  };
  request.resume();
  if (request.url?.startsWith('/busy')) return json(500, { error: { code: 'ledger_busy', message: 'The ledger is being closed.' } });
  if (request.url?.startsWith('/echo-key')) return json(200, { key: request.headers['x-api-key'], ok: true });
  if (request.url?.startsWith('/large')) return json(200, { items: ITEMS });
  if (request.url?.startsWith('/image')) {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.end(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), Buffer.alloc(9_000, 1)]));
    return undefined;
  }
  return json(200, { id: 'in_1', lines: { data: [{ 'unit price': 5 }] } });
}

test('the request is prepared while somebody types, and nothing is sent', async ({ studio, canvas, inspector, connectionForm, testPanel, page, api }) => {
  const call = httpTask({ method: 'POST', url: `${api.origin}/invoices`, more: { Headers: { 'X-Order': '{% $states.input.order %}', Range: 'bytes=0-9' }, QueryParameters: { page: '{% $states.input.page %}' }, RequestBody: { amount: '{% $states.input.amount %}' } } });
  await studio.openMachine(machineOf({ Call: call }));
  await canvas.select('Call');
  await inspector.test.click();
  const prepared = page.getByTestId('test.prepared');

  await test.step('without the connection, as far as the definition goes', async () => {
    await testPanel.input.fill('{ "order": "o-1", "page": 2, "amount": 7 }');
    await expect(testPanel.requestLine).toContainText(`${api.origin}/invoices?page=2`);
    await expect(prepared.getByTestId('prepared.no-connection')).toBeVisible();
  });

  await test.step('with it, secrets as placeholders, and what was replaced struck through', async () => {
    await inspector.connection('make');
    await connectionForm.makeApiKey({ secret: SECRET, origins: [api.origin] });
    await expect(testPanel.requestHeaders.getByRole('row').filter({ hasText: 'X-API-Key' })).toContainText('redacted');
    await expect(testPanel.requestHeaders.getByRole('row').filter({ hasText: 'replaced by' })).toContainText('bytes=0-9');
    expect(await testPanel.headers()).toContainEqual(['X-Order', 'o-1', 'definition']);
  });

  await test.step('it follows every key, in the panel and in the form', async () => {
    await testPanel.input.fill('{ "order": "o-22", "page": 3, "amount": 8 }');
    await expect(page.getByTestId('request.body')).toHaveText('{"amount":8}');
    await expect(testPanel.requestLine).toContainText('page=3');
    await expect(page.getByTestId('inspector.prepared')).toContainText('X-Order: o-22');
  });

  await test.step('what AWS would fail with at run time stands here', async () => {
    await testPanel.input.fill('{ "order": "line\\nbreak", "page": 1, "amount": 8 }');
    await expect(page.getByTestId('prepared.error')).toHaveText('States.Runtime');
    await testPanel.input.fill('{ "order": 1');
    await expect(prepared).toContainText('not valid JSON');
  });
  expect(api.seen).toEqual([]);
  expect(await studio.everythingShown()).not.toContain(SECRET);
});

test('a failure keeps its body in sight, and becomes a retrier or a catcher in one step of undo', async ({ studio, canvas, inspector, connectionForm, testPanel, page, api }) => {
  const definition = machineOf({ Call: httpTask({ method: 'POST', url: `${api.origin}/busy` }) });
  await studio.openMachine(definition);
  const before = await studio.text();
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [api.origin] });
  await inspector.test.click();
  await testPanel.sendOnce();

  await expect(testPanel.responseStatus).toHaveText('500');
  await expect(page.getByTestId('response.dropped')).toContainText('the cause is “Internal Server Error” and nothing else');
  expect(JSON.parse(await testPanel.responseText())).toMatchObject({ error: { code: 'ledger_busy' } });
  await testPanel.result('output');
  await expect(testPanel.cause).toHaveText('Internal Server Error');
  await expect(page.getByTestId('test.dropped')).toContainText('ledger_busy');

  const taskOf = async () => (JSON.parse(await studio.text()) as { States: Record<string, Record<string, unknown>> }).States['Call']; // as written above
  await test.step('retry', async () => {
    await page.getByTestId('test.handle.retry').click();
    await expect.poll(async () => (await taskOf())?.['Retry']).toEqual([expect.objectContaining({ ErrorEquals: ['States.Http.StatusCode.500'], MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' })]);
    await studio.undo.click();
    await studio.expectText(before);
  });

  await test.step('catch, with a state that handles it', async () => {
    await page.getByTestId('test.handle.catch').click();
    await page.getByRole('menuitem', { name: 'To a new state that handles it' }).click();
    await expect(canvas.node('Call failed')).toBeVisible();
    expect((await taskOf())?.['Catch']).toMatchObject([{ ErrorEquals: ['States.Http.StatusCode.500'], Next: 'Call failed' }]);
    await studio.undo.click();
    await studio.expectText(before);
    await expect(canvas.node('Call failed')).toHaveCount(0);
  });
  expect(api.seen).toEqual(['/busy']);
});

test('a retried POST is told to carry an idempotency key, and gets one', async ({ studio, canvas, inspector, testPanel, page, api }) => {
  const call = { ...httpTask({ method: 'POST', url: `${api.origin}/pay` }), Retry: [{ ErrorEquals: ['States.Http.Socket'] }] };
  await studio.openMachine(machineOf({ Pay: call }));
  await canvas.select('Pay');
  await inspector.test.click();
  await page.getByTestId('request.idempotency.add').click();
  await expect(testPanel.requestHeaders.getByRole('row').filter({ hasText: 'Idempotency-Key' })).toContainText('definition');
  await expect(page.getByTestId('request.idempotency')).toHaveCount(0);
  expect(api.seen).toEqual([]);
});

test('large and binary bodies are looked through, never dumped', async ({ studio, canvas, inspector, connectionForm, testPanel, page, api }) => {
  await studio.openMachine(machineOf({ Large: httpTask({ url: `${api.origin}/large` }), Image: httpTask({ url: `${api.origin}/image` }) }));
  await canvas.select('Large');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [api.origin] });
  await inspector.test.click();
  await testPanel.sendAlways();

  await test.step('250 kB of JSON: few rows exist, and search opens what it finds', async () => {
    await expect(testPanel.responseStatus).toHaveText('200');
    const tree = page.getByRole('tree', { name: 'Response body' });
    await expect(tree).toBeVisible();
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(300);
    await tree.focus();
    await page.keyboard.press('/');
    await page.getByTestId('json.search').fill('number 2311');
    await expect(page.getByTestId('json.search.count')).toHaveText('1 of 1');
    await expect(tree.getByRole('treeitem', { selected: true })).toContainText('number 2311');
    await expect(tree.getByRole('treeitem', { selected: true })).toBeInViewport();
    await expect(page.getByTestId('json.bar')).toContainText('$states.result.ResponseBody.items[2311].note');
    await page.keyboard.press('Escape');
    await expect(tree).toBeFocused();
  });

  await test.step('a picture is its type, its size and its first bytes', async () => {
    await testPanel.choose('Image');
    await testPanel.start.click();
    await expect(testPanel.responseStatus).toHaveText('200');
    await expect(testPanel.responseBody).toContainText('image/png, 9,006 bytes');
    await expect(testPanel.responseBody).toContainText('89 50 4e 47');
    const download = page.waitForEvent('download');
    await testPanel.responseBody.getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('response.png');
  });
});

test('a reply becomes the mock, and its story an issue without a secret', async ({ studio, canvas, inspector, connectionForm, testPanel, page, api }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.openMachine(machineOf({ Call: httpTask({ url: `${api.origin}/echo-key` }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [api.origin] });
  await inspector.test.click();
  await testPanel.sendOnce();
  await expect(testPanel.responseStatus).toHaveText('200');

  await test.step('as Markdown', async () => {
    await testPanel.more('as Markdown');
    await expect(studio.announced).toContainText('Markdown copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('#### Response 200 OK');
    expect(text).toContain('| X-API-Key | _redacted_ | connection |');
    expect(text).not.toContain(SECRET);
  });

  await test.step('secrets are shown on request, in request, TRACE and cURL, and go away again', async () => {
    await page.getByTestId('request.reveal').click();
    await expect(testPanel.requestHeaders).toContainText(SECRET);
    await testPanel.result('curl');
    await expect(page.getByTestId('test.curl')).toContainText(SECRET);
    await testPanel.result('trace');
    await expect(page.getByTestId('test.trace')).toContainText(SECRET);
    await page.getByTestId('test.trace.reveal').getByRole('radio', { name: 'Redacted' }).click();
    await expect(page.getByTestId('test.trace')).not.toContainText(SECRET);
    await expect(page.getByTestId('test.trace').getByRole('row').filter({ hasText: 'X-API-Key' })).toContainText('left out');
  });

  const output = await testPanel.outputJson();
  await testPanel.more('Save as mock');
  await testPanel.start.click();
  await expect(testPanel.strip).toContainText('mock, nothing was sent');
  expect(await testPanel.outputJson()).toEqual(output);
  expect(api.seen).toEqual(['/echo-key']);
  expect(JSON.stringify(await studio.stored())).not.toContain(SECRET);

  await test.step('the list of what was sent opens it again, for as long as it is in memory', async () => {
    const sent = await studio.dock('sent');
    await sent.getByTestId('sent.filter').fill('echo-key 200');
    await sent.getByTestId('sent.open').click();
    await expect(sent.getByTestId('response.status')).toHaveText('200');
    expect(JSON.parse(await rawOf(sent.getByTestId('response.body')))).toEqual({ key: '••••', ok: true });
    await sent.getByTestId('sent.back').click();
    await expect(sent.getByTestId('sent.open')).toBeFocused();
    await sent.getByRole('button', { name: 'Clear the list' }).click();
    await expect(sent).toContainText('Nothing has left this machine');
  });
});
