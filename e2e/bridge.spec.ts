import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';
import { freePort } from './servers/listen.mjs';
import { Studio } from './pages/Studio.ts';

const START = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));

interface Instance {
  readonly url: string;
  stop(): Promise<void>;
}

/** A studio of our own, as a person starts it. */
async function start(port: number, home: string): Promise<Instance> {
  const child: ChildProcess = spawn(process.execPath, [START, '--port', String(port)], { env: { ...process.env, ASL_STUDIO_HOME: home, ASL_STUDIO_NO_BROWSER: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\/#\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`npm start ended. It said:\n${said}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

test('without its token the page works with mocks and says how to connect', async ({ studio, canvas, testPanel, page }) => {
  await page.goto(studio.address);
  await expect(studio.bridge).toHaveText('No bridge');
  await studio.drop([{ name: 'flow.asl.json', content: JSON.stringify({ StartAt: 'Ask', States: { Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'ask' }, End: true } } }) }]);
  await canvas.menu('Ask', 'Test state');
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  await studio.bridge.click();
  await expect(page.getByTestId('bridge-dialog')).toContainText('Open the URL that npm start prints');
  await expect(page.getByTestId('bridge-dialog')).toContainText('npm start');
});

test('a bridge that stops is told, and one that starts again on its port is found', async ({ page, canvas, consoleErrors }) => {
  test.setTimeout(90_000);
  // The browser itself says in the console that nobody answers.
  consoleErrors.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  const home = await mkdtemp(join(tmpdir(), 'asl-studio-e2e-'));
  const port = await freePort();
  const first = await start(port, home);
  const studio = new Studio(page, first.url);
  const dialog = page.getByTestId('bridge-dialog');
  // All of the page's code is here before the bridge that serves it goes away.
  const last = page.waitForResponse(/assets\/later-.*\.js$/);
  await studio.open();
  await page.getByTestId('open.blank').click();
  await expect(studio.bridge).toHaveText('Bridge connected');
  await last;
  await studio.bridge.click();
  await expect(dialog).toContainText('Connected');
  await page.keyboard.press('Escape');
  await first.stop();
  await studio.bridge.click();
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog).toContainText('The bridge does not answer. Start it with npm start');
  await page.keyboard.press('Escape');
  await expect(studio.bridge).toHaveText('No bridge');
  await canvas.rename('Start here', 'Offline');
  await expect(canvas.node('Offline')).toBeVisible();

  const second = await start(port, home);
  expect(second.url, 'address and token are the same').toBe(first.url);
  await studio.bridge.click();
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog).toContainText('Connected');
  await page.keyboard.press('Escape');
  await expect(canvas.node('Offline')).toBeVisible();
  await second.stop();
  await rm(home, { recursive: true });
});

test('a bridge of an older or a newer protocol is told', async ({ studio, page }) => {
  let protocol = 0;
  await page.route('**/bridge/hello', (route) => route.fulfill({ status: 200, headers: { 'x-asl-studio': '1' }, json: { product: 'asl-studio', protocol, version: '0.0.1' } }));
  await studio.open();
  await page.getByTestId('open.blank').click();
  await expect(studio.bridge).toHaveText('Bridge is of another version');
  await studio.bridge.click();
  await expect(page.getByTestId('bridge-dialog')).toContainText('The bridge is older than this page. Stop npm start with Ctrl-C and start it again.');
  protocol = 99;
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByTestId('bridge-dialog')).toContainText('This page is older than the bridge. Reload the page.');
});
