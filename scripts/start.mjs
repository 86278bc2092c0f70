// npm start: from a fresh clone to a running studio. Node's own modules only at the top: nothing may be installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { portRefused } from './lib/portRefused.mjs';
import { checkNode, ensureBuilt, ensureInstalled, isStale, ROOT, SetupProblem } from './lib/setup.mjs';
import { AWS_PORT, DEFAULT_PORT, readStartOptions, USAGE } from './lib/startOptions.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
/** Built code is named by its folder, so that it is found from wherever the command was typed. `again` loads what was rebuilt. */
const built = (name, again = '') => import(`${pathToFileURL(join(ROOT, 'dist/node', `${name}.js`)).href}${again}`);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(error instanceof SetupProblem ? `${error.message}\n` : `ASL Studio could not start: ${error.stack ?? error}\n`);
  process.exitCode = 1;
}

async function main(args) {
  const options = readStartOptions(args);
  if ('help' in options || 'problem' in options) {
    if ('problem' in options) process.stderr.write(`${options.problem}\n\n`);
    process['help' in options ? 'stdout' : 'stderr'].write(USAGE);
    return 'help' in options ? 0 : 2;
  }
  checkNode();
  // Before anything is replaced under a studio that runs.
  const running = await findRunning(options.port);
  if (running) return tellRunning(running, options, isStale('app') || isStale('node'));
  await ensureInstalled();
  await ensureBuilt();
  return serve(options);
}

async function findRunning(port) {
  if (port === 0 || !existsSync(join(ROOT, 'dist/node/probe.js'))) return null;
  const { runningStudio } = await built('probe', '?before');
  return runningStudio(port);
}

function tellRunning({ url, version }, { awsEndpoint }, isOlder) {
  say(`ASL Studio ${version} runs already:\n\n  ${url}\n`);
  if (isOlder) say('The sources have changed since it started. To run the new ones, stop it (Ctrl-C where it was started) and run npm start again.');
  if (awsEndpoint === null) return 0;
  say('The local AWS endpoint was not started. Stop the studio that runs (Ctrl-C where it was started), and start it again with --aws-endpoint; or start a second one with --port.');
  return 1;
}

async function serve(options) {
  const { port } = options;
  const [{ startStudio, ensureToken }, { createSandbox }] = [await built('bridge'), await built('sandbox')];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const token = ensureToken();
  const awsEndpoint = await awsEndpointOf(options, token);
  const starting = startStudio({ port, token, distDir: join(ROOT, 'dist/app'), version, startSandbox: createSandbox, awsEndpoint, signEndpoints: options.signEndpoints });
  const studio = await starting.catch((error) => {
    throw portRefused(error, `--port ${DEFAULT_PORT}`) ?? error;
  });
  if (studio.kind === 'runs-already') return tellRunning(studio, options, false);
  for (const note of studio.notes) say(note);
  if (studio.kind === 'no-port') throw new SetupProblem(`No free port from ${port} on. Name another one: npm start -- --port 8080`);
  const ended = untilStopped();
  say(`ASL Studio ${version} runs:\n\n  ${studio.url}\n`);
  say(`The sample API for starters: ${studio.sandboxOrigin ?? 'none'}`);
  if (studio.awsEndpoint) sayEndpoint(studio.awsEndpoint);
  say('Ctrl-C ends it.');
  openBrowser(studio.openUrl());
  await ended;
  await studio.close();
  say('Ended.');
  return 0;
}

/** What `startStudio` needs for the local AWS endpoint; undefined where nobody asked for it. */
async function awsEndpointOf({ awsEndpoint: port, allow, connections: file }, token) {
  if (port === null) return undefined;
  const { readConnectionsFile, readOrigin, startAwsEndpoint } = await built('awsEndpoint');
  const take = (read, where) => {
    if (!read.ok) throw new SetupProblem(where === null ? read.error : `${where}: ${read.error}`);
    return read.value;
  };
  const origins = allow.map((text) => take(readOrigin(text), null));
  const connections = file === null ? [] : take(readConnectionsFile(readNamed(file)), file);
  const evaluator = pathToFileURL(join(ROOT, 'dist/node/evaluator.js'));
  const start = (at, ownSockets) =>
    startAwsEndpoint({ port: at, token, allow: origins, connections, evaluator, ownSockets }).catch((error) => {
      throw portRefused(error, `--aws-endpoint=${AWS_PORT}`) ?? error;
    });
  return { port, start };
}

function readNamed(file) {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  } catch (error) {
    throw new SetupProblem(`${file} cannot be read (${error.code ?? error.message}).`);
  }
}

function sayEndpoint({ origin, accessKeyId }) {
  say(`\nThe local AWS endpoint (TestState, ValidateStateMachineDefinition): ${origin}`);
  say('Callers need this access key id; the secret may be anything:\n');
  say(`  export AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1`);
  say('  export AWS_DISABLE_HOST_PREFIX_INJECTION=true   # else SDKs call sync-127.0.0.1');
  say(`  aws stepfunctions test-state --endpoint-url ${origin} --definition '{"Type":"Pass","End":true}'\n`);
}

/** The first signal ends well; a second one at once. */
function untilStopped() {
  return new Promise((done) => {
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(0);
      stopping = true;
      done();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    // npm hands a signal to its shell, and the shell ends without telling us: we notice that it is gone.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref();
  });
}

function openBrowser(url) {
  if (process.env.CI || process.env.ASL_STUDIO_NO_BROWSER) return;
  const [command, ...args] = browserCommand(url);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // the URL is printed; a person can open it
  child.unref();
}

function browserCommand(url) {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open', url] : [];
}
