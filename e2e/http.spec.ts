import { createServer } from 'node:http';
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';
import { rowsOf } from './pages/TestPanel.ts';
import { listen } from './servers/listen.mjs';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const SECRET = 'k3y-that-nobody-sees';

test('an HTTP task built in the form sends what the panel shows, and the server receives that', async ({ studio, canvas, inspector, connectionForm, testPanel, page, echo }) => {
  const received = () => echo.log.filter(({ path }) => path === '/anything/items');
  await studio.open();
  await page.getByTestId('open.blank').click();
  await page.getByTestId('palette.item.http').click();
  await canvas.select('Call API');

  await test.step('method, URL, connection, header and body', async () => {
    await inspector.method('POST');
    await inspector.fill(inspector.url, `${echo.origin}/anything/items`);
    await inspector.connection('new');
    await connectionForm.makeApiKey({ name: 'echo-key', secret: SECRET, origins: [echo.origin] });
    await inspector.addHeader(1, 'X-Trace', '{% $states.input.trace %}');
    await inspector.fill(inspector.body, '{ "amount": "{% $states.input.amount %}", "note": "a&b=ä" }');
  });

  await test.step('the question tells where it goes; the server receives what is shown', async () => {
    await inspector.test.click();
    await testPanel.input.fill('{ "trace": "t-1", "amount": 7 }');
    await testPanel.start.click();
    await expect(testPanel.consent).toContainText(`POST ${echo.origin}/anything/items`);
    await expect(testPanel.consent).toContainText('internal address');
    await expect(testPanel.consent).toContainText('echo-key');
    await expect(testPanel.consent).toContainText('X-API-Key');
    expect(received()).toHaveLength(0);
    await testPanel.consent.getByTestId('consent.once').click();
    await expect(testPanel.responseStatus).toHaveText('200');
    expect(received()).toHaveLength(1);
    const { method, headers, body } = received()[0]!;
    expect(method).toBe('POST');
    expect(JSON.parse(body)).toEqual({ amount: 7, note: 'a&b=ä' });
    expect(await page.getByTestId('request.body').textContent()).toBe(body);
    const shown = (await testPanel.headers()).map(([name, value]) => [name, value === 'redacted' ? SECRET : value]);
    expect(shown).toEqual(headers);
    expect(headers).toContainEqual(['X-API-Key', SECRET]);
    expect(headers).toContainEqual(['X-Trace', 't-1']);
    expect(JSON.parse(await testPanel.responseText())).toMatchObject({ path: '/anything/items', json: { amount: 7 } });
  });

  await test.step('form encoding', async () => {
    await inspector.encoding('Form encoded');
    await testPanel.sendOnce();
    await expect(page.getByTestId('request.form')).toBeVisible();
    const { body, formPairs } = received()[1]!;
    expect((await rowsOf(page.getByTestId('request.form'))).map(([name, value]) => [name, value])).toEqual(formPairs);
    expect(formPairs).toEqual([['amount', '7'], ['note', 'a&b=ä']]);
    await testPanel.root.getByRole('radio', { name: 'On the wire' }).click();
    expect(await page.getByTestId('request.body').textContent()).toBe(body);
  });
  expect(await studio.everythingShown()).not.toContain(SECRET);
});

test('always is asked once, is listed, and can be taken back', async ({ studio, canvas, inspector, connectionForm, testPanel, echo }) => {
  await studio.openMachine(machineOf({ Call: httpTask({ url: `${echo.origin}/anything/always` }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [echo.origin] });
  await inspector.test.click();
  await testPanel.sendAlways();
  await testPanel.start.click();
  await expect.poll(() => echo.log.filter(({ path }) => path === '/anything/always').length).toBe(2);
  await expect(testPanel.consent).toHaveCount(0);
  const sent = await studio.dock('sent');
  await expect(sent.getByRole('row').filter({ hasText: '/anything/always' })).toHaveCount(2);
  await sent.getByRole('button', { name: 'Take back' }).click();
  await studio.dock('test');
  await testPanel.start.click();
  await expect(testPanel.consent).toBeVisible();
});

test('what a server answers is shown as it is', async ({ studio, canvas, inspector, connectionForm, testPanel, echo }) => {
  test.setTimeout(90_000);
  const gone = await listen(createServer());
  await gone.stop();
  const task = (path: string, method = 'GET') => httpTask({ method, url: `${echo.origin}${path}` });
  await studio.openMachine(machineOf({
    Wrong: task('/basic-auth/someone/right', 'POST'),
    Redirect: task('/redirect/7'),
    Broken: task('/status/500'),
    Large: task('/bytes/3000000'),
    Binary: task('/binary'),
    Cut: task('/bad-json'),
    Refused: httpTask({ url: `${gone.origin}/nobody` }),
    Nowhere: httpTask({ url: 'https://no-such-host.invalid/' }),
  }));
  await canvas.select('Wrong');
  await inspector.connection('make');
  await connectionForm.makeBasic('someone', SECRET, [echo.origin, gone.origin, 'https://no-such-host.invalid']);
  await inspector.test.click();
  const asked = (path: string) => echo.log.filter((seen) => seen.path === path);

  await test.step('401 to a POST arrives once', async () => {
    await testPanel.sendAlways();
    await expect(testPanel.responseStatus).toHaveText('401');
    expect(asked('/basic-auth/someone/right')).toHaveLength(1);
    await testPanel.result('output');
    await expect(testPanel.error).toHaveText('States.Http.StatusCode.401');
  });

  await test.step('a redirect is shown and not followed', async () => {
    await testPanel.choose('Redirect');
    await testPanel.sendAlways();
    await expect(testPanel.responseStatus).toHaveText('302');
    await expect(testPanel.root.getByTestId('response.headers')).toContainText('/redirect/6');
    expect(asked('/redirect/7')).toHaveLength(1);
    expect(asked('/redirect/6')).toHaveLength(0);
  });

  await test.step('500', async () => {
    await testPanel.choose('Broken');
    await testPanel.start.click();
    await expect(testPanel.responseStatus).toHaveText('500');
    await testPanel.result('output');
    await expect(testPanel.error).toHaveText('States.Http.StatusCode.500');
  });

  await test.step('3 MB end at what AWS takes', async () => {
    await testPanel.choose('Large');
    await testPanel.start.click();
    await expect(testPanel.root).toContainText('The body was cut');
    await expect(testPanel.status).toHaveText('FAILED');
  });

  await test.step('bytes that are no text', async () => {
    await testPanel.choose('Binary');
    await testPanel.start.click();
    await expect(testPanel.root).toContainText('Binary body');
    await expect(testPanel.responseStatus).toHaveText('200');
  });

  await test.step('JSON that is cut short is shown as text', async () => {
    await testPanel.choose('Cut');
    await testPanel.start.click();
    await expect(testPanel.responseBody).toContainText('{"cut":');
  });

  await test.step('a port where nobody listens', async () => {
    await testPanel.choose('Refused');
    await testPanel.sendOnce();
    await expect(testPanel.failure).toContainText(new URL(gone.origin).host);
    await expect(testPanel.status).toHaveText('FAILED');
  });

  await test.step('a name that does not resolve', async () => {
    await testPanel.choose('Nowhere');
    await testPanel.sendOnce();
    await expect(testPanel.failure).toContainText('no-such-host.invalid');
  });
});
