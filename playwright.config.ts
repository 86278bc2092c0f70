import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './scripts/browser.mjs';

// Settings and tokens of the person who runs the tests stay untouched. Workers inherit the folder from the runner, which removes it.
if (!process.env['ASL_STUDIO_HOME']) {
  const home = mkdtempSync(join(tmpdir(), 'asl-studio-e2e-'));
  process.env['ASL_STUDIO_HOME'] = home;
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
}

const browser = await findBrowser();
if ('problem' in browser) throw new Error(browser.problem);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: 'servers/**',
  outputDir: 'test-results/e2e',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Limits for what hangs, not measures: a machine that others use too may be three times as slow.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // Movements of the view are over at once, so that places stay where they are read.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 720 },
    // Recording each step takes a third of the time; `npx playwright test --trace on` does it for the tests that are looked into.
    trace: 'off',
    launchOptions: { executablePath: browser.path, args: browserArgs() },
  },
  webServer: {
    // The program a person starts, on a port that is free, with a token of its own. It prints its address with the token in it,
    // which reaches the tests as STUDIO_URL.
    command: 'node scripts/start.mjs --port 0',
    env: { ASL_STUDIO_NO_BROWSER: '1', CI: '1' },
    wait: { stdout: /(?<studio_url>http:\/\/(?:127\.0\.0\.1|localhost):\d+\/#\S+)/ },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
