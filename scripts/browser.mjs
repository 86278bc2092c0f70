// Finds a Chromium for the end-to-end tests: the one named, Playwright's own, the system's, else it installs one.
//   node scripts/browser.mjs             prints the path, installs nothing
//   node scripts/browser.mjs --install   installs one where there is none
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const INSTALL_LIMIT_MS = 60_000;
const APT_LIMIT_MS = 300_000;
const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const HELP = 'Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one, and run npm test again.';

/** @typedef {{ path: string, how: string } | { problem: string }} Found */

/** What is here already; nothing is installed. @returns {Promise<Found>} */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return isFile(named) ? { path: named, how: 'named by CHROMIUM_PATH' } : { problem: `CHROMIUM_PATH names ${named}, but there is no such file.` };
  const own = await playwrightPath();
  if (isFile(own)) return { path: own, how: "Playwright's own" };
  const system = [...onPath(ON_PATH), ...usualPlaces()].find(isFile);
  return system ? { path: system, how: "the system's" } : { problem: `No Chromium was found. ${HELP}` };
}

/** Finds one, or installs it. `say` gets a line of progress. @returns {Promise<Found>} */
export async function findOrInstallBrowser(say = (_line) => {}) {
  const here = await findBrowser();
  if ('path' in here || process.env.CHROMIUM_PATH) return here;
  say('no Chromium here: asking Playwright to download one (at most 60 s)');
  await runLimited(process.execPath, [require.resolve('@playwright/test/cli'), 'install', 'chromium'], INSTALL_LIMIT_MS);
  const downloaded = await playwrightPath();
  if (isFile(downloaded)) return { path: downloaded, how: 'just downloaded by Playwright' };
  if (process.getuid?.() === 0 && onPath(['apt-get']).some(isFile)) {
    say('the download did not work: installing chromium with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (await runLimited('apt-get', ['update', '-q'], APT_LIMIT_MS, env)) await runLimited('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], APT_LIMIT_MS, env);
    const installed = onPath(ON_PATH).find(isFile);
    if (installed) return { path: installed, how: 'just installed with apt-get' };
  }
  return { problem: `There is no Chromium for the end-to-end tests, and neither Playwright's download nor the system's packages could provide one. ${HELP}` };
}

/** Flags that a test browser wants: quiet, no GPU, and no sandbox for root, who cannot have one. */
export function browserArgs() {
  const root = process.getuid?.() === 0;
  return ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu', ...(root ? ['--no-sandbox'] : [])];
}

/** Playwright names a path whether or not anything is there. */
async function playwrightPath() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['/Applications', join(process.env.HOME ?? '/', 'Applications')].flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform !== 'win32') return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  return roots.flatMap((root) => ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) => join(root, path)));
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

/** Whether the command ended well within the time; its whole process group ends with it. */
function runLimited(command, args, limitMs, env = process.env) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'], detached: process.platform !== 'win32', env });
    const end = () => endGroup(child);
    const limit = setTimeout(end, limitMs);
    process.once('exit', end);
    const finish = (ok) => {
      clearTimeout(limit);
      process.off('exit', end);
      done(ok);
    };
    child.once('error', () => finish(false));
    child.once('exit', (code) => finish(code === 0));
  });
}

/** Ends a child that was started with `detached`, and everything it started. */
export function endGroup(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const found = process.argv.includes('--install') ? await findOrInstallBrowser(console.error) : await findBrowser();
  console.log('path' in found ? `${found.path} (${found.how})` : found.problem);
  process.exitCode = 'path' in found ? 0 : 1;
}
