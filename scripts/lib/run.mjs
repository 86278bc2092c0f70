// Runs commands as process groups that end with us: an interrupted run leaves no browser and no server behind.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endGroup } from '../browser.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const children = new Set();
let watching = false;

/** @typedef {{ code: number, output: string, timedOut: boolean }} Ended */

/**
 * `show: true` passes the output on as it comes, else it is kept for a failure's report. Standard input is closed.
 * @returns {Promise<Ended>}
 */
export function run(command, args, { show = false, env = {}, limitMs = 10 * 60_000, cwd = ROOT } = {}) {
  endChildrenWithUs();
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }), ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
    children.add(child);
    let output = '';
    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      endGroup(child, 'SIGKILL');
    }, limitMs);
    const keep = (to) => (bytes) => {
      output += bytes;
      if (show) to.write(bytes);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    const finish = (code) => {
      clearTimeout(limit);
      children.delete(child);
      done({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** Runs the program of an npm package with this Node: needs no shell and no npx. */
export function runBin(name, args, options = {}) {
  const folder = join(ROOT, 'node_modules', options.package ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[name];
  return run(process.execPath, [join(folder, file), ...args], options);
}

function endChildrenWithUs() {
  if (watching) return;
  watching = true;
  const endAll = (signal) => {
    for (const child of children) endGroup(child, signal);
  };
  process.once('exit', () => endAll('SIGKILL'));
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.once(signal, () => {
      endAll('SIGTERM');
      process.exit(code);
    });
  }
}
