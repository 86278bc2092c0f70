/** Attacks that want a real browser or a real process. The hundreds that do not: src/bridge/attacks.*.test.ts. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { selfSigned } from '../src/bridge/testing/selfSigned.ts';
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';
import { Studio } from './pages/Studio.ts';
import { freePort, listen } from './servers/listen.mjs';

const START = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
const SECRET = 'k3y-of-mine';
// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

interface Instance {
  readonly url: string;
  readonly child: ChildProcess;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** A studio of our own, as a person starts it. */
async function start(port: number, home: string, env: Readonly<Record<string, string | undefined>> = {}): Promise<Instance> {
  const child = spawn(process.execPath, [START, '--port', String(port)], { env: { ...process.env, ASL_STUDIO_HOME: home, ASL_STUDIO_NO_BROWSER: '1', ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\/#\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`npm start ended. It said:\n${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, child, end };
}

const tokenOf = (url: string) => new URL(url).hash.replace('#token=', '');

/** As a program of this person calls the bridge: what it said last. */
async function lastEvent(url: string, target: string, timeoutMs: number): Promise<unknown> {
  const { origin } = new URL(url);
  const response = await fetch(`${origin}/bridge/send`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-asl-studio-token': tokenOf(url) },
    body: JSON.stringify({ protocol: 1, method: 'GET', url: target, headers: [], bodyBase64: null, timeoutMs, insideGrant: new URL(target).host }),
  });
  return JSON.parse((await response.text()).trimEnd().split('\n').at(-1) ?? 'null');
}

test('a page of another site reaches nothing, even with the token it stole', async ({ page, studio, studioUrl, echo, consoleErrors }) => {
  consoleErrors.allow(/./); // the browser says aloud all that it refuses
  const bridge = studio.address.replace(/\/$/, '');
  const send = JSON.stringify({ protocol: 1, method: 'POST', url: `${echo.origin}/anything/stolen`, headers: [], bodyBase64: null, timeoutMs: 2000, insideGrant: new URL(echo.origin).host });
  const answered: string[] = [];
  page.on('response', (response) => { if (response.url().startsWith(bridge)) answered.push(`${response.status()} ${new URL(response.url()).pathname}`); });
  const evil = await listen(createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>evil</title>')));
  await page.goto(evil.origin);
  const got = await page.evaluate(async ({ at, body, token }) => {
    const headers = { 'content-type': 'application/json', 'x-asl-studio-token': token };
    const read = async (what: () => Promise<string>): Promise<string> => {
      try {
        return await what();
      } catch {
        return 'refused';
      }
    };
    const loaded = (element: HTMLElement & { src: string }, src: string) => new Promise<string>((resolve) => {
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('refused'));
      element.src = src;
      document.body.append(element);
    });
    const posted = (enctype: string, path: string) => new Promise<string>((resolve) => {
      const frame = document.createElement('iframe');
      frame.name = `frame${enctype}${path}`;
      document.body.append(frame);
      const form = Object.assign(document.createElement('form'), { method: 'POST', action: at + path, target: frame.name, enctype });
      const [name, value] = [body.slice(0, -1), '":0}'];
      form.append(Object.assign(document.createElement('input'), { name: `${name},"x`, value }));
      document.body.append(form);
      frame.addEventListener('load', () => resolve(frame.contentDocument === null ? 'refused' : 'loaded'), { once: true });
      form.submit();
    });
    const socket = () => new Promise<string>((resolve) => {
      const open = new WebSocket(`${at.replace('http', 'ws')}/bridge/send`);
      open.addEventListener('open', () => resolve('open'));
      open.addEventListener('error', () => resolve('refused'));
    });
    const events = () => new Promise<string>((resolve) => {
      const source = new EventSource(`${at}/bridge/hello?token=${token}`);
      source.addEventListener('open', () => resolve('open'));
      source.addEventListener('error', () => resolve('refused'));
    });
    return {
      call: await read(async () => (await fetch(`${at}/bridge/send`, { method: 'POST', headers, body })).text()),
      simple: await read(async () => (await fetch(`${at}/bridge/send`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })).text()),
      blind: await read(async () => (await fetch(`${at}/bridge/send`, { method: 'POST', mode: 'no-cors', body: new Blob([body], { type: 'text/plain' }) })).text()),
      withCookies: await read(async () => (await fetch(`${at}/bridge/hello`, { credentials: 'include' })).text()),
      app: await read(async () => (await fetch(`${at}/`)).text()),
      beacon: String(navigator.sendBeacon(`${at}/bridge/send`, body)).slice(0, 0),
      image: await loaded(new Image(), `${at}/bridge/hello`),
      script: await loaded(document.createElement('script'), `${at}/bridge/hello`),
      form: await posted('text/plain', '/bridge/send'),
      multipart: await posted('multipart/form-data', '/bridge/send'),
      socket: await socket(),
      events: await events(),
    };
  }, { at: bridge, body: send, token: tokenOf(studioUrl) });
  for (const [way, outcome] of Object.entries(got)) expect(['refused', ''], way).toContain(outcome);
  expect(answered.filter((line) => /^2\d\d \/bridge/.test(line))).toEqual([]);

  await test.step('it cannot show the studio inside itself', async () => {
    await page.setContent(`<iframe src="${studioUrl}"></iframe>`);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    await expect(page.locator('iframe')).toBeVisible();
    await frame?.waitForLoadState().catch(() => undefined);
    expect(await page.frameLocator('iframe').getByTestId('header.export').count()).toBe(0);
  });

  await test.step('a name of its own that leads here is not the studio', async () => {
    const answer = await page.goto(bridge.replace('127.0.0.1', 'rebound.localhost'));
    expect(answer?.status()).toBe(421);
    const inside = await page.evaluate(async ({ body, token }) => (await fetch('/bridge/send', { method: 'POST', headers: { 'content-type': 'application/json', 'x-asl-studio-token': token }, body })).status, { body: send, token: tokenOf(studioUrl) });
    expect(inside).toBe(421);
  });
  expect(echo.log.filter(({ path }) => path === '/anything/stolen')).toEqual([]);
  await evil.stop();
});

test('a bridge that is asleep, killed, and started again under the page loses nothing and sends nothing twice', async ({ page, canvas, inspector, connectionForm, testPanel, studioUrl, consoleErrors }) => {
  test.skip(process.platform === 'win32', 'Windows cannot stop a process and let it go on.');
  consoleErrors.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/);
  const waiting: ServerResponse[] = [];
  const held = await listen(createServer((_, response) => waiting.push(response)));
  const answer = () => waiting.at(-1)?.writeHead(200, { 'content-type': 'application/json' }).end('{"late":true}');
  const home = await mkdtemp(join(tmpdir(), 'asl-studio-e2e-'));
  const port = await freePort();
  const first = await start(port, home);
  await new Studio(page, first.url).openMachine(machineOf({ Call: httpTask({ method: 'POST', url: `${held.origin}/slow` }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [held.origin] });
  await inspector.test.click();

  await test.step('asleep while it waits, and awake again: the answer is there', async () => {
    await testPanel.start.click();
    await testPanel.consent.getByRole('button', { name: 'Always for this workflow' }).click();
    await expect.poll(() => waiting.length).toBe(1);
    first.child.kill('SIGSTOP');
    answer();
    await expect(testPanel.stop).toBeVisible();
    first.child.kill('SIGCONT');
    await expect(testPanel.responseStatus).toHaveText('200');
  });

  await test.step('asleep for longer than the call was allowed: it is over at once', async () => {
    const call = lastEvent(first.url, `${held.origin}/program`, 300);
    await expect.poll(() => waiting.length).toBe(2);
    first.child.kill('SIGSTOP');
    // Another bridge, which is awake, tells when that time is over.
    await lastEvent(studioUrl, `${held.origin}/clock`, 400);
    first.child.kill('SIGCONT');
    expect(await call).toMatchObject({ type: 'error', failure: { kind: 'timeout', maybeSent: true } });
    waiting.length = 1;
  });

  await test.step('killed while it waits: nobody knows whether it arrived, and that is said', async () => {
    await testPanel.start.click();
    await expect.poll(() => waiting.length).toBe(2);
    await first.end('SIGKILL');
    await expect(testPanel.root).toContainText('it is not known whether the request arrived');
  });

  await test.step('started again: the page goes on with it', async () => {
    const second = await start(port, home);
    expect(second.url).toBe(first.url);
    await testPanel.start.click();
    await expect.poll(() => waiting.length).toBe(3);
    answer();
    await expect(testPanel.responseStatus).toHaveText('200');
    await second.end('SIGTERM');
  });
  expect(waiting).toHaveLength(3);
  await held.stop();
  await rm(home, { recursive: true });
});

test('certificates are checked whatever the environment says; another user who reads the link gets nothing', async () => {
  test.skip(process.platform !== 'linux', 'Only Linux tells whose a connection is, and opens the browser with xdg-open.');
  const home = await mkdtemp(join(tmpdir(), 'asl-studio-e2e-'));
  const links = join(home, 'links');
  // What opens the browser, as anybody would see it in the list of processes.
  await writeFile(join(home, 'xdg-open'), `#!/bin/sh\necho "$1" > '${links}'\n`);
  await chmod(join(home, 'xdg-open'), 0o755);
  const own = await start(await freePort(), join(home, 'settings'), { ASL_STUDIO_NO_BROWSER: '', CI: '', DISPLAY: ':0', PATH: `${home}${delimiter}${process.env['PATH'] ?? ''}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' });

  const secure = createSecureServer(selfSigned('localhost'), (_, response) => response.end('secure'));
  const { origin, stop } = await listen(secure);
  expect(await lastEvent(own.url, origin.replace('http://127.0.0.1', 'https://localhost'), 5000)).toMatchObject({ type: 'error', failure: { kind: 'tls' } });
  await stop();

  await expect.poll(() => readFile(links, 'utf8').catch(() => '')).toMatch(/\/open\/\S+\n/);
  const link = (await readFile(links, 'utf8')).trim();
  expect(link).not.toContain(tokenOf(own.url));
  if (process.getuid?.() === 0) {
    const asNobody = spawnSync(process.execPath, ['-e', `fetch(${JSON.stringify(link)}, { redirect: 'manual' }).then((answer) => console.log(answer.status + ' ' + answer.headers.get('location')))`], { uid: 65_534, gid: 65_534, encoding: 'utf8' });
    // A machine on which nobody may not even run Node cannot show more.
    if (asNobody.error === undefined && asNobody.status === 0) expect(asNobody.stdout.trim()).toBe('410 null');
  }
  // On a connection of its own: a kept one may have been closed while we were busy.
  const mine = await new Promise<IncomingMessage>((resolve, reject) => void get(link, { agent: false }, (answer) => resolve(answer.resume())).on('error', reject));
  expect([mine.statusCode, mine.headers.location]).toEqual([302, `/#token=${tokenOf(own.url)}`]);
  await own.end('SIGTERM');
  await rm(home, { recursive: true });
});
