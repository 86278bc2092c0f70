// The end-to-end steps of npm test: the independent test servers, a browser, Playwright.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../browser.mjs';
import { ROOT, run, runBin } from './run.mjs';

const SERVERS = join(ROOT, 'e2e/servers');
const REPORT = join(ROOT, 'test-results/e2e.json');

/** Test servers have dependencies of their own, so that npm start never pulls them. */
export const testServers = {
  name: 'test servers',
  act: async () => {
    const lock = join(SERVERS, 'package-lock.json');
    const installed = join(SERVERS, 'node_modules/.package-lock.json');
    if (!existsSync(lock)) return { ok: true, note: 'none needed' };
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return { ok: true, note: 'already installed' };
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const ended = await run(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: SERVERS });
    return { ok: ended.code === 0, output: ended.output };
  },
};

let chromium;
export const browser = {
  name: 'browser',
  act: async () => {
    const found = await findOrInstallBrowser((line) => console.log(`  ${line}`));
    if ('problem' in found) return { ok: false, output: found.problem };
    chromium = found.path;
    return { ok: true, note: `${found.path}, ${found.how}` };
  },
};

export const playwright = {
  name: 'end to end',
  act: async () => {
    rmSync(REPORT, { force: true });
    const ended = await runBin('playwright', ['test'], { package: '@playwright/test', show: true, limitMs: 30 * 60_000, env: chromium ? { CHROMIUM_PATH: chromium } : {} });
    return { ok: ended.code === 0, counts: existsSync(REPORT) ? countsOf(JSON.parse(readFileSync(REPORT, 'utf8'))) : undefined };
  },
};

/** Playwright's JSON report in our terms. A flaky test passed: there are no retries, so there are none. */
export function countsOf(report) {
  const counts = { passed: 0, failed: report.errors?.length ?? 0, skipped: [] };
  for (const spec of specsOf(report.suites ?? [], [])) {
    for (const test of spec.tests) {
      if (test.status === 'skipped') counts.skipped.push({ name: `${spec.file}: ${spec.title}`, reason: test.annotations?.find((note) => note.type === 'skip' || note.type === 'fixme')?.description ?? 'the test gives no reason' });
      else if (test.status === 'unexpected') counts.failed += 1;
      else counts.passed += 1;
    }
  }
  return counts;
}

function specsOf(suites, titles) {
  return suites.flatMap((suite) => {
    const path = suite.file === suite.title ? titles : [...titles, suite.title];
    return [...(suite.specs ?? []).map((spec) => ({ ...spec, title: [...path, spec.title].join(' > ') })), ...specsOf(suite.suites ?? [], path)];
  });
}
