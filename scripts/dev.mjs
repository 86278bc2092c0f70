// npm run dev: Vite's dev server with the bridge inside, and the sandbox beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, ensureInstalled, ROOT, SetupProblem } from './lib/setup.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

try {
  checkNode();
  await ensureInstalled();
  await dev();
} catch (error) {
  process.stderr.write(error instanceof SetupProblem ? `${error.message}\n` : `The dev server could not start: ${error.stack ?? error}\n`);
  process.exitCode = 1;
}

async function dev() {
  const { createServer, runnerImport } = await import('vite');
  const load = async (path) => (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT })).module;
  const [{ bridgePlugin, ensureToken }, { createSandbox }] = [await load('src/bridge/main.ts'), await load('src/sandbox/createSandbox.ts')];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const token = ensureToken();
  const sandbox = await createSandbox({ port: 0 });
  const server = await createServer({ root: ROOT, server: { host: '127.0.0.1' }, plugins: [bridgePlugin({ token, version, sandbox })] });
  await server.listen();
  say(`ASL Studio ${version}, dev server:\n\n  http://127.0.0.1:${server.httpServer.address().port}/#token=${token}\n`);
  say(`The sample API for starters: ${sandbox.origin}`);
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(0);
    stopping = true;
    void Promise.all([server.close(), sandbox.close()]).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}
