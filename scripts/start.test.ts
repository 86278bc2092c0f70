import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkNode, ensureBuilt, ensureInstalled, isStale, sourcesHash } from './lib/setup.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = () => {};

/** What the bridge and the engine need; of all other packages only the names are installed. */
const TRULY_THERE: readonly string[] = ['send', 'jsonata', 'jsonc-parser', 'yaml', '@noble/hashes', '@aws-sdk/client-sfn'];

/** A project folder as it is after installing and building: our scripts, Node's side built for real, a page of one line. */
let project: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'asl-studio-project-')));
  for (const script of ['start.mjs', 'lib/portRefused.mjs', 'lib/setup.mjs', 'lib/startOptions.mjs']) cpSync(join(ROOT, 'scripts', script), join(project, 'scripts', script));
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(ROOT, file), join(project, file));
  for (const scope of ['@noble', '@aws-sdk']) mkdirSync(join(project, 'node_modules', scope), { recursive: true });
  for (const name of TRULY_THERE) symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name), 'junction');
  await build({ configFile: join(ROOT, 'vite.node.config.ts'), root: ROOT, logLevel: 'error', build: { outDir: join(project, 'dist/node'), sourcemap: false } });
  mkdirSync(join(project, 'dist/app'));
  writeFileSync(join(project, 'dist/app/index.html'), 'the page');
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/a.ts'), 'export const a = 1;');
  for (const part of ['app', 'node']) writeFileSync(join(project, `dist/.stamp-${part}`), sourcesHash(project));
  await installedByHand(project);
}, 60_000);
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => ended(child, 'SIGKILL')));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What `npm install` leaves behind, with every package of the lock file. */
async function installedByHand(root: string) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, object> };
  for (const path of Object.keys(lock.packages).filter((name) => name !== '' && !TRULY_THERE.includes(name.replace('node_modules/', '')))) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify(lock));
  await ensureInstalled({ root, say: quiet });
}

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  let text = '';
  const child = spawn(process.execPath, [join(project, 'scripts/start.mjs'), ...args], {
    cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASL_STUDIO_HOME: join(project, 'home'), ASL_STUDIO_NO_BROWSER: '1', npm_lifecycle_event: '', ...env },
  });
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  return { child, output: () => text };
}

/** The URL it prints, once it stands. */
function standing({ child, output }: Running): Promise<URL> {
  return new Promise((done, fail) => {
    const look = () => {
      const url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(output())?.[0];
      if (url && output().includes('Ctrl-C')) done(new URL(url));
    };
    child.stdout?.on('data', look);
    child.once('close', () => fail(new Error(`ended: ${output()}`)));
    look();
  });
}

function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => {
    child.once('close', (code) => done(code));
    if (signal) child.kill(signal);
  });
}

const posix = process.platform !== 'win32';

// Each test starts Node up to three times, on a machine that may be busy.
describe('npm start', { timeout: 30_000 }, () => {
  it.runIf(posix).each(['SIGINT', 'SIGTERM'] as const)('serves the studio and ends well with %s', async (signal) => {
    const running = start(['--port', '0']);
    const url = await standing(running);
    expect(await (await fetch(url)).text()).toBe('the page');
    const hello = await fetch(new URL('/bridge/hello', url), { headers: { 'x-asl-studio-token': url.hash.replace('#token=', ''), 'sec-fetch-site': 'same-origin' } });
    const { sandboxOrigin } = (await hello.json()) as { sandboxOrigin: string };
    expect((await fetch(`${sandboxOrigin}/echo`)).status).toBe(200);
    expect(await ended(running.child, signal)).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    await expect(fetch(sandboxOrigin)).rejects.toThrow('fetch failed');
  });

  it('prints the URL of its own instance, says when that is older, and ends well', async () => {
    const url = await standing(start(['--port', '0']));
    const second = start([`--port=${url.port}`]);
    expect(await ended(second.child)).toBe(0);
    expect(second.output()).toContain(`runs already:\n\n  ${url.href}\n`);
    expect(second.output()).not.toContain('sources have changed');
    writeFileSync(join(project, 'src/b.ts'), '');
    const third = start(['--port', url.port]);
    expect(await ended(third.child)).toBe(0);
    expect(third.output()).toContain('sources have changed');
    rmSync(join(project, 'src/b.ts'));
  });

  it('takes the next port beside another program, and says so', async () => {
    const other = createServer((_request, response) => response.end('other'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const running = start(['--port', String(port)]);
    expect(Number((await standing(running)).port)).toBeGreaterThan(port);
    expect(running.output()).toContain(`Port ${port} is held by another program.`);
    other.close();
  });

  it('answers as AWS at an endpoint of its own, where one test that never ends holds up no other', async () => {
    const running = start(['--port', '0', '--aws-endpoint=0']);
    await standing(running);
    const [, origin = ''] = /endpoint \(.*\): (\S+)/.exec(running.output()) ?? [];
    const [, key = ''] = /AWS_ACCESS_KEY_ID=(\S+)/.exec(running.output()) ?? [];
    const stop = new AbortController();
    const test = (definition: object, by = key) => fetch(origin, {
      method: 'POST', signal: stop.signal, body: JSON.stringify({ definition: JSON.stringify(definition) }),
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.TestState', authorization: `AWS4-HMAC-SHA256 Credential=${by}/20260101/us-east-1/states/aws4_request` },
    });
    const endless = test({ Type: 'Pass', QueryLanguage: 'JSONata', Output: `{% $match('${'a'.repeat(60)}!', /^(a+)+$/) %}`, End: true });
    const answers = await Promise.all(Array.from({ length: 6 }, async () => (await test({ Type: 'Pass', End: true })).json()));
    expect(answers).toEqual(Array.from({ length: 6 }, () => ({ status: 'SUCCEEDED', output: '{}' })));
    expect((await test({ Type: 'Pass', End: true }, 'AKIAIOSFODNN7EXAMPLE')).status).toBe(400);
    stop.abort();
    await expect(endless).rejects.toThrow('aborted');
  });

  it("signs with the credentials of this machine for AWS and for what it was told, and no answer holds one", async () => {
    const [id, secret, session] = ['AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'FwoGZXIvYXdzEXAMPLESESSIONTOKEN=='];
    writeFileSync(join(project, 'aws-config'), '[profile shop]\nregion = eu-west-1\n');
    writeFileSync(join(project, 'aws-credentials'), `[shop]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\naws_session_token = ${session}\n[stand-in]\naws_access_key_id = test\naws_secret_access_key = test\n`);
    // In AWS's place: it repeats in its refusal all that it was told.
    const heard: string[] = [];
    const aws = createServer((request, response) => {
      heard.push(String(request.headers.authorization));
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ __type: 'ValidationException', message: `${JSON.stringify(request.headers)} ${heard.at(-1)?.includes(id) ? secret : ''} of the latest contest` }));
    });
    const others = createServer((request, response) => {
      heard.push(String(request.headers.authorization));
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end('{"__type":"ValidationException"}');
    });
    for (const server of [aws, others]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const [port, otherPort] = [aws, others].map((server) => (server.address() as AddressInfo).port);
    const running = start(['--port', '0', '--sign-endpoint', `http://127.0.0.1:${port}`], { AWS_CONFIG_FILE: join(project, 'aws-config'), AWS_SHARED_CREDENTIALS_FILE: join(project, 'aws-credentials'), AWS_ENDPOINT_URL: 'https://aws.evil.example', AWS_EC2_METADATA_DISABLED: 'true' });
    const url = await standing(running);
    const answers: string[] = [];
    const ask = async (path: string, place?: object): Promise<string> => {
      const body = place === undefined ? {} : { method: 'POST', body: JSON.stringify({ protocol: 1, place: { region: 'eu-west-1', ...place }, request: { definition: '{}' } }) };
      const text = await (await fetch(new URL(path, url), { ...body, headers: { 'x-asl-studio-token': url.hash.replace('#token=', ''), 'content-type': 'application/json' } })).text();
      answers.push(text);
      return text;
    };
    const at = (there: number | undefined) => ({ endpoint: `http://127.0.0.1:${there}`, insideGrant: `127.0.0.1:${there}` });
    expect(await ask('/bridge/aws/profiles')).toContain('"name":"shop"');
    expect(await ask('/bridge/aws/test-state', { profile: 'shop', ...at(port) })).toContain('"type":"refused"');
    expect(heard.at(-1)).toContain(`Credential=${id}/`);
    // Credentials of a stand-in are words that stand in answers, too: `test` hides no part of one.
    expect(await ask('/bridge/aws/test-state', { profile: 'stand-in', ...at(port) })).toContain('of the latest contest');
    expect(heard.at(-1)).toContain('Credential=test/');
    expect(await ask('/bridge/aws/test-state', { profile: 'shop', ...at(otherPort) })).toContain('"credentials":"made-up"');
    expect(heard.at(-1)).toContain('Credential=ASLSTUDIOMADEUP/');
    expect(await ask('/bridge/aws/test-state', { profile: 'shop' })).toContain('"kind":"not-signed"');
    expect(await ask('/bridge/aws/test-state', { profile: 'nobody' })).toContain('"kind":"credentials"');
    for (const profile of ['shop', 'nobody']) await ask('/bridge/aws/identity', { profile });
    expect(heard).toHaveLength(3);
    for (const hidden of [id, secret, session]) expect([...answers, running.output()].some((text) => text.includes(hidden))).toBe(false);
    for (const server of [aws, others]) server.close();
  });

  it.each([['--allow', 'https://a.example'], ['--aws-endpoint=x'], ['more']])('does not take %s', async (...args) => {
    const wrong = start(args);
    expect(await ended(wrong.child)).toBe(2);
    expect(wrong.output()).toContain('--aws-endpoint');
  });

  it.each([['--prot', '1'], ['--port', '99999'], ['--port'], ['--port', 'x']])('answers %s %s with its usage and exit code 2', async (...args) => {
    const wrong = start(args);
    expect(await ended(wrong.child)).toBe(2);
    expect(wrong.output()).toContain('Usage: npm start');
  });
});

describe('set-up', () => {
  it.each(['18.20.0', '20.18.3', '0.12.0'])('refuses Node %s in a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(`needs Node 20.19 or newer, and this is Node ${version}`);
  });
  it.each(['20.19.0', '22.0.0', '24.1.0'])('takes Node %s', (version) => expect(() => checkNode(version)).not.toThrow());

  it('sees a changed source, not a changed test or a changed time', () => {
    const before = sourcesHash(project);
    expect([isStale('app', project), isStale('node', project)]).toEqual([false, false]);
    writeFileSync(join(project, 'src/a.test.ts'), 'it');
    writeFileSync(join(project, 'src/a.ts'), 'export const a = 1;');
    expect(sourcesHash(project)).toBe(before);
    writeFileSync(join(project, 'src/a.ts'), 'export const a = 2;');
    expect(isStale('app', project)).toBe(true);
    writeFileSync(join(project, 'src/a.ts'), 'export const a = 1;');
    expect(isStale('app', project)).toBe(false);
  });

  it('sees a build that is gone', () => {
    rmSync(join(project, 'dist/app/index.html'));
    expect(isStale('app', project)).toBe(true);
    writeFileSync(join(project, 'dist/app/index.html'), 'the page');
  });

  it('does nothing where nothing changed', async () => {
    const said: string[] = [];
    await ensureInstalled({ root: project, say: (line) => said.push(line) });
    await ensureBuilt({ root: project, say: (line) => said.push(line) });
    expect(said).toEqual([]);
  });
});
