// Sets the project up: packages installed, page and Node side built, each only when something changed. Node's own modules only,
// because it runs before there is a node_modules. All chatter goes to standard error: standard output belongs to the command.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a person can mend; its message is all they need to see. */
export class SetupProblem extends Error {}

const OLDEST_NODE = [20, 19];

/** Throws a `SetupProblem` where this Node is too old. `version` as in `process.versions.node`. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupProblem(`ASL Studio needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`);
}

/** Installs with `npm ci` when node_modules is missing or is not what package-lock.json says. */
export async function ensureInstalled({ root = ROOT, say = chatter } = {}) {
  const stamp = join(root, 'node_modules/.asl-studio-lock');
  const wanted = hashOf([readFileSync(join(root, 'package-lock.json')), `${process.platform} ${process.arch}`]);
  if (textOf(stamp) === wanted) return;
  if (!installedAsLocked(root)) {
    say('Installing the packages (npm ci). The first time this takes a minute or two.');
    const code = await runToEnd(npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund']), root);
    if (code !== 0) {
      throw new SetupProblem('The packages could not be installed: what npm said stands above. Without a network, connect once and run this again; behind a proxy, set HTTPS_PROXY. If npm says that package.json and package-lock.json differ, run "npm install" once.');
    }
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Builds what is older than its sources: `all` (page and Node side), or only the Node side for the command line.
 * @param {{ parts?: 'all' | 'node', root?: string, say?: (line: string) => void }} [options]
 */
export async function ensureBuilt({ parts = 'all', root = ROOT, say = chatter } = {}) {
  const stale = () => (parts === 'node' ? ['node'] : ['app', 'node']).filter((part) => isStale(part, root));
  if (stale().length === 0) return;
  const release = await buildLock(root, say);
  try {
    for (const part of stale()) {
      say(BUILDS[part].said);
      const before = sourcesHash(root);
      const code = await runToEnd({ command: process.execPath, args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', ...BUILDS[part].args] }, root);
      if (code !== 0) throw new SetupProblem('The build failed: the reason stands above. If you changed nothing, run "npm ci" and try again.');
      mkdirSync(dirname(stampOf(part, root)), { recursive: true });
      writeFileSync(stampOf(part, root), before);
    }
  } finally {
    release();
  }
}

/** Whether the sources changed since this part was built, or it was never built. */
export function isStale(part, root = ROOT) {
  return !existsSync(join(root, BUILDS[part].result)) || textOf(stampOf(part, root)) !== sourcesHash(root);
}

const BUILDS = {
  app: { said: 'Building the page.', args: [], result: 'dist/app/index.html' },
  node: { said: "Building Node's side.", args: ['--config', 'vite.node.config.ts'], result: 'dist/node/bridge.js' },
};

const stampOf = (part, root) => join(root, `dist/.stamp-${part}`);

const SOURCES = ['src', 'public', 'scripts/build', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'vite.node.config.ts'];

/** Contents, not times: a checkout or a copy changes times without changing anything. Tests are not built. */
export function sourcesHash(root = ROOT) {
  const files = SOURCES.flatMap((path) => filesIn(join(root, path))).filter((path) => !/\.test\.tsx?$/.test(path));
  return hashOf(files.flatMap((path) => [relative(root, path).split(sep).join('/'), '\0', readFileSync(path), '\0']));
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).toSorted().flatMap((name) => filesIn(join(path, name)));
}

/** A node_modules that npm made in another way (npm install) counts, when every package has the version of the lock file. */
function installedAsLocked(root) {
  const here = jsonOf(join(root, 'node_modules/.package-lock.json'))?.packages;
  const locked = jsonOf(join(root, 'package-lock.json'))?.packages;
  if (!here || !locked) return false;
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === '' || (here[path] ? here[path].version === version && existsSync(join(root, path, 'package.json')) : optional === true),
  );
}

/** One build at a time: two would empty each other's folders. A lock whose process is gone counts for nothing. */
async function buildLock(root, say) {
  const lock = join(root, 'node_modules/.asl-studio-building');
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(Number(textOf(lock)))) rmSync(lock, { force: true });
    else if (waited === 0) say('Another build of this folder is under way; waiting for it.');
    await new Promise((done) => setTimeout(done, 250));
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** npm as a file for this very Node where npm started us: needs no shell. */
function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, args: [cli, ...args] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args, shell: process.platform === 'win32' };
}

/** The exit code; 1 where it could not be started. Ends with us. */
function runToEnd({ command, args, shell = false }, root) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
    const stop = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const finish = (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      done(code ?? 1);
    };
    child.once('error', (error) => {
      chatter(error.code === 'ENOENT' ? `${command} was not found.` : error.message);
      finish(1);
    });
    child.once('close', finish);
  });
}

function chatter(line) {
  process.stderr.write(`${line}\n`);
}

function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function jsonOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
