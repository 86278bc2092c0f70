import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Installs when node_modules is missing or older than the lock file. Throws when npm fails. */
export async function ensureInstalled() {
  const lock = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  npm(['ci', '--no-audit', '--no-fund']);
}

/** Builds the page and the Node side. */
export async function ensureBuilt() {
  npm(['run', '--silent', 'build']);
}

function npm(args) {
  const ended = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (ended.status !== 0) throw new Error(`npm ${args.join(' ')} failed.`);
}
