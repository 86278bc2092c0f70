import { createServer } from 'node:http';
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';
import { listen } from './servers/listen.mjs';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const SECRET = 'k3y-of-mine';

test('a stranger\'s workflow cannot send my secret to another host', async ({ studio, canvas, inspector, connectionForm, testPanel, echo }) => {
  const other = echo.origin.replace('127.0.0.1', 'localhost');
  const mine = new URL(echo.origin).host;
  await studio.openMachine(machineOf({
    Mine: httpTask({ url: `${echo.origin}/anything/mine` }),
    Steal: httpTask({ method: 'POST', url: `${other}/anything/steal` }),
    Computed: httpTask({ url: `{% $states.input.host & '/anything/steal' %}` }),
    Disguised: httpTask({ url: `http://${mine}@${new URL(other).host}/anything/steal` }),
  }), 'stranger.asl.json');
  await canvas.select('Mine');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [echo.origin] });
  await inspector.test.click();
  await testPanel.sendAlways();
  await expect(testPanel.responseStatus).toHaveText('200');

  const refused = async (name: string) => {
    await testPanel.choose(name);
    await testPanel.input.fill(JSON.stringify({ host: other }));
    await testPanel.start.click();
    await expect(testPanel.strip).toBeVisible();
    await expect(testPanel.consent).toHaveCount(0);
    await testPanel.result('output');
  };
  for (const name of ['Steal', 'Computed']) {
    await test.step(name, async () => {
      await refused(name);
      await expect(testPanel.reason).toContainText(echo.origin);
      await expect(testPanel.reason).toContainText(other);
    });
  }
  await test.step('a host in front of @ is a user name', async () => {
    await refused('Disguised');
    await expect(testPanel.root).not.toContainText('SUCCEEDED');
  });
  expect(echo.log.filter(({ path, headers }) => path === '/anything/steal' || headers.some(([name]) => name === 'authorization'))).toEqual([]);
  await expect((await studio.dock('sent')).getByRole('row').filter({ hasText: 'http' })).toHaveCount(1);
});

test('a host mapping cannot lead a secret away from its origins', async ({ studio, canvas, inspector, connectionForm, testPanel, page, echo }) => {
  await studio.openMachine(machineOf({ Call: httpTask({ url: 'https://api.example.com/anything/mapped' }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: ['https://api.example.com'] });
  await studio.run('Edit host mapping');
  const dialog = page.getByTestId('host-mapping');
  await dialog.getByRole('textbox', { name: 'From 1' }).fill('https://api.example.com');
  await dialog.getByRole('textbox', { name: 'To 1' }).fill(echo.origin);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await inspector.test.click();
  await testPanel.start.click();
  // Refused before anything is asked: no answer could lift it.
  await expect(testPanel.status).toHaveText('No result');
  await expect(page.getByTestId('consent')).toHaveCount(0);
  await testPanel.result('output');
  await expect(testPanel.root).toContainText(echo.origin);
  await expect(testPanel.root).toContainText('https://api.example.com');
  expect(echo.log.filter(({ path }) => path === '/anything/mapped')).toEqual([]);
});

test('a secret is in no export, no storage, no list and on no page; saying no sends nothing', async ({ studio, canvas, inspector, connectionForm, testPanel, page, echo }) => {
  await studio.openMachine(machineOf({ Call: httpTask({ url: `${echo.origin}/anything/kept` }), Not: httpTask({ url: `${echo.origin}/anything/no` }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [echo.origin] });
  await inspector.test.click();
  await testPanel.sendOnce();
  await expect(testPanel.responseStatus).toHaveText('200');
  expect(echo.log.at(-1)?.headers).toContainEqual(['X-API-Key', SECRET]);
  const places: Record<string, string> = { exchange: await studio.everythingShown() };
  for (const tab of ['output', 'flow', 'curl'] as const) {
    await testPanel.result(tab);
    places[tab] = await studio.everythingShown();
  }
  await studio.dock('sent');
  places['sent'] = await studio.everythingShown();
  await page.getByTestId('header.export').click();
  await expect(page.getByTestId('export.text')).toContainText('/anything/kept');
  places['export'] = await studio.everythingShown();
  await page.keyboard.press('Escape');
  await inspector.connection('edit');
  places['connection'] = await studio.everythingShown();
  await page.keyboard.press('Escape');

  await studio.dock('test');
  await testPanel.choose('Not');
  await testPanel.start.click();
  await expect(testPanel.consent).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(testPanel.strip).toBeVisible();
  expect(echo.log.filter(({ path }) => path === '/anything/no')).toEqual([]);

  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  const stored = await studio.stored();
  expect(stored.map(({ key }) => key).filter((key) => key.startsWith('draft:'))).not.toEqual([]);
  places['storage'] = JSON.stringify(stored);
  for (const [place, text] of Object.entries(places)) expect(text.includes(SECRET), place).toBe(false);

  await page.reload();
  await canvas.select('Call');
  await inspector.test.click();
  await testPanel.start.click();
  await expect(testPanel.strip).toBeVisible();
  await testPanel.result('output');
  await expect(testPanel.reason, 'after a reload the secret has to be typed again').toContainText('ype it again');
});

test('a page as an answer is shown as text', async ({ studio, canvas, inspector, connectionForm, testPanel, page }) => {
  const html = '<h1 id="owned">Hi</h1><script>globalThis.owned = true</script><img src="x" onerror="globalThis.owned = true">';
  const server = await listen(createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html)));
  await studio.openMachine(machineOf({ Call: httpTask({ url: `${server.origin}/` }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [server.origin] });
  await inspector.test.click();
  await testPanel.sendOnce();
  await expect(testPanel.responseBody).toContainText(html);
  await expect(page.locator('#owned')).toHaveCount(0);
  expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
  await server.stop();
});

test('names and comments of a stranger are text on the canvas and in the code', async ({ studio, canvas, code, page }) => {
  const name = '<img src=x onerror=globalThis.owned=1>';
  await studio.openMachine({ Comment: '[click](javascript:globalThis.owned=1)', StartAt: name, States: { [name]: { Type: 'Pass', Comment: name, End: true } } });
  await expect(canvas.node(name)).toContainText(name);
  await canvas.select(name);
  await studio.view('Split');
  await code.ready();
  await expect(code.line('onerror').first()).toBeVisible();
  expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
});
