import { createServer } from 'node:http';
import { expect, test } from './fixtures.ts';
import { type HostileDocument, hostileDocuments, THEIRS } from './hostileDocuments.ts';
import { httpTask, machineOf } from './machines.ts';
import { clickEverything } from './pages/clickEverything.ts';
import { listen } from './servers/listen.mjs';
import { startWitness } from './servers/witness.mjs';

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

  await studio.reload();
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

/** As it is, and as somebody would write it who hides it. */
const spellings = (secret: string): readonly string[] => [
  secret, Buffer.from(secret).toString('base64').replace(/=+$/, ''), Buffer.from(secret).toString('hex'), [...secret].toReversed().join(''), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1),
];

// Two halves, so that they run side by side.
for (const half of [0, 1]) {
  test(`thirty documents of strangers, half ${half + 1}: nothing leaves until Send, and then no secret`, async ({ studio, studioUrl, canvas, inspector, connectionForm, testPanel, page, context, consoleErrors }) => {
    test.setTimeout(300_000);
    const MINE = 'k3y/that+is=only*mine~';
    const token = new URL(studioUrl).hash.replace('#token=', '');
    const [mine, evil] = [await startWitness(), await startWitness()];
    mine.leadsTo(evil.origin);
    const said: string[] = [];
    const left: string[] = [];
    const saved: Promise<string>[] = [];
    context.on('console', (message) => said.push(message.text()));
    context.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (!request.url().startsWith('blob:') && (`${origin}/` !== studio.address || pathname === '/bridge/send')) left.push(`${request.method()} ${request.url()}`);
    });
    page.on('download', (download) => saved.push(download.createReadStream().then(async (stream) => {
      let text = '';
      for await (const chunk of stream) text += String(chunk);
      return text;
    })));
    await page.addInitScript(() => {
      const copied: string[] = [];
      Object.assign(globalThis, { copied });
      navigator.clipboard.writeText = (text) => {
        copied.push(text);
        return Promise.resolve();
      };
    });

    await studio.openMachine(machineOf({ Mine: httpTask({ url: `${mine.origin}/mine` }), Theirs: httpTask({ url: `${evil.origin}/theirs`, connection: THEIRS }) }), 'mine.asl.json');
    for (const [state, name, secret, origin] of [['Mine', 'mine', MINE, mine.origin], ['Theirs', 'theirs', 'a-key-for-them', evil.origin]] as const) {
      await canvas.select(state);
      await inspector.connection('make');
      await connectionForm.makeApiKey({ name, secret, origins: [origin] });
    }
    await inspector.test.click();
    await expect(testPanel.start).toBeVisible();

    const all = hostileDocuments({ mine: mine.origin, evil: evil.origin, bridge: studio.address.replace(/\/$/, '') });
    expect(all).toHaveLength(30);
    const documents = all.slice(15 * half, 15 * half + 15);
    const answered = testPanel.consent.or(testPanel.strip).first();
    const begin = async ({ input }: HostileDocument) => {
      if (!(await testPanel.start.isVisible())) await inspector.test.click();
      // Every switch was clicked before: on AWS a question of its own would come.
      await page.getByTestId('test.on').getByRole('radio', { name: 'Here' }).click();
      if (input) {
        await testPanel.inputs('input');
        await testPanel.input.fill(JSON.stringify(input));
      }
      await testPanel.start.click();
      await expect(answered).toBeVisible();
    };
    let shown = '';
    const look = async () => {
      shown += await studio.everythingShown();
    };

    let [yes, came] = [0, 0];
    for (const [index, hostile] of documents.entries()) {
      // A name of its own, so that it shows when it is open: each has a state called Go.
      const name = `stranger-${index}`;
      await test.step(`a document that ${hostile.what}`, async () => {
        await studio.drop([{ name: `${name}.asl.${hostile.kind ?? 'json'}`, content: typeof hostile.document === 'string' ? hostile.document : JSON.stringify(hostile.document, null, 1) }]);
        await expect(studio.name).toHaveText(name);
        await canvas.arranged();
        await canvas.select('Go');
        await begin(hostile);
        await look();
        if (await testPanel.consent.isVisible()) await page.keyboard.press('Escape');
        await expect(testPanel.strip).toBeVisible();
        const clicked = await clickEverything(page, '[data-testid="test"], aside');
        expect(clicked.length, clicked.join(', ')).toBeGreaterThan(5);
        await look();
        // The whole page as well; which view it leaves open is not known.
        await clickEverything(page, 'body');
        await look();
        await studio.view('Canvas');
        expect([left.length, mine.arrived.length + evil.arrived.length], 'every tab and choice was clicked, a test begun and the question closed: nothing more has left').toEqual([yes, came]);

        await canvas.select('Go');
        await begin(hostile);
        // A state that holds several asks for each; two are enough to see.
        for (let round = 0; round < 2 && (await testPanel.consent.isVisible()); round += 1) {
          await testPanel.consent.getByTestId('consent.once').click();
          yes += 1;
          await expect(answered).toBeVisible();
        }
        if (await testPanel.consent.isVisible()) await page.keyboard.press('Escape');
        await expect(testPanel.strip).toBeVisible();
        await look();
        came = mine.arrived.length + evil.arrived.length;
      });
    }
    expect(left, 'each yes sent one request').toHaveLength(yes);

    const own = mine.arrived.filter((text) => text.includes(MINE));
    expect(own.length, 'the secret does go where it belongs').toBeGreaterThan(0);
    expect(evil.arrived.length, 'and the stranger was really called').toBeGreaterThan(0);
    for (const spelled of spellings(MINE)) for (const text of evil.arrived) expect(text).not.toContain(spelled);
    for (const spelled of spellings(token)) for (const text of [...evil.arrived, ...mine.arrived]) expect(text).not.toContain(spelled);

    await page.getByTestId('header.export').click();
    await expect(page.getByTestId('export.text')).toBeVisible();
    await look();
    await page.keyboard.press('Escape');
    await studio.dock('sent');
    await look();
    const places = {
      shown, saved: (await Promise.all(saved)).join('\n'), said: said.join('\n'), complained: consoleErrors.all.join('\n'), storage: JSON.stringify(await studio.stored()),
      cookies: JSON.stringify(await context.cookies()),
      ...(await page.evaluate(async () => ({
        copied: (globalThis as unknown as { copied: string[] }).copied.join('\n'), history: JSON.stringify([history.state, location.href, document.title, document.referrer, window.name]), caches: JSON.stringify(await caches.keys()),
        timing: performance.getEntries().map(({ name }) => name).join('\n'),
      }))),
    };
    for (const [place, text] of Object.entries(places)) for (const spelled of spellings(MINE)) expect(text.includes(spelled), `${place} holds ${spelled}`).toBe(false);
    await Promise.all([mine.stop(), evil.stop()]);
  });
}
