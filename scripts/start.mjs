// npm start: from a fresh clone to a running studio. Node's own modules only at the top: nothing may be installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, isStale, ROOT, SetupProblem } from './lib/setup.mjs';

const DEFAULT_PORT = 7420;
const USAGE = `Usage: npm start [-- --port N]

  --port N   the port to start at (${DEFAULT_PORT}); when it is taken, the next free one
  --help     this text

ASL_STUDIO_NO_BROWSER=1 opens no browser, ASL_STUDIO_HOME=DIR keeps the token elsewhere.
`;

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
  const port = portFrom(args);
  if (typeof port !== 'number') {
    process[port.to].write(port.text);
    return port.code;
  }
  checkNode();
  // Before anything is replaced under a studio that runs.
  const running = await findRunning(port);
  if (running) return tellRunning(running, isStale('app') || isStale('node'));
  await ensureInstalled();
  await ensureBuilt();
  return serve(port);
}

function portFrom(args) {
  if (args.includes('--help') || args.includes('-h')) return { to: 'stdout', text: USAGE, code: 0 };
  if (args.length === 0) return DEFAULT_PORT;
  const text = args.length === 1 ? args[0].replace(/^--port=/, '') : args[1];
  const named = args.length === 1 ? args[0].startsWith('--port=') : args.length === 2 && args[0] === '--port';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return named && port >= 0 && port <= 65_535 ? port : { to: 'stderr', text: USAGE, code: 2 };
}

async function findRunning(port) {
  if (port === 0 || !existsSync(join(ROOT, 'dist/node/probe.js'))) return null;
  const { runningStudio } = await built('probe', '?before');
  return runningStudio(port);
}

function tellRunning({ url, version }, isOlder) {
  say(`ASL Studio ${version} runs already:\n\n  ${url}\n`);
  if (isOlder) say('The sources have changed since it started. To run the new ones, stop it (Ctrl-C where it was started) and run npm start again.');
  return 0;
}

async function serve(port) {
  const [{ startStudio, ensureToken }, { createSandbox }] = [await built('bridge'), await built('sandbox')];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const starting = startStudio({ port, token: ensureToken(), distDir: join(ROOT, 'dist/app'), version, startSandbox: createSandbox });
  const studio = await starting.catch((error) => {
    throw error.code === 'EACCES' ? new SetupProblem(`This machine does not let you listen on port ${port}. Name one above 1024: npm start -- --port ${DEFAULT_PORT}`) : error;
  });
  if (studio.kind === 'runs-already') return tellRunning(studio, false);
  for (const note of studio.notes) say(note);
  if (studio.kind === 'no-port') throw new SetupProblem(`No free port from ${port} on. Name another one: npm start -- --port 8080`);
  const ended = untilStopped();
  say(`ASL Studio ${version} runs:\n\n  ${studio.url}\n`);
  say(`The sample API for starters: ${studio.sandboxOrigin ?? 'none'}`);
  say('Ctrl-C ends it.');
  openBrowser(studio.openUrl());
  await ended;
  await studio.close();
  say('Ended.');
  return 0;
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
