import { type BrowserContext, expect, test as base } from '@playwright/test';
import { Canvas } from './pages/Canvas.ts';
import { Code } from './pages/Code.ts';
import { ConnectionForm } from './pages/ConnectionForm.ts';
import { Inspector } from './pages/Inspector.ts';
import { Studio } from './pages/Studio.ts';
import { TestPanel } from './pages/TestPanel.ts';
import { startEcho } from './servers/echo.mjs';
import { startGithub } from './servers/github.mjs';
import { startOauth } from './servers/oauth.mjs';
import { startStripe } from './servers/stripe.mjs';

/** What the pages complained about while a test ran. */
export interface Complaints {
  /** Everything seen so far, in order. */
  readonly all: readonly string[];
  /** The test means to provoke complaints that match; others still fail it. */
  allow(pattern: RegExp): void;
}

interface Fixtures {
  /** The address that `npm start` printed, token in its fragment. */
  readonly studioUrl: string;
  readonly studio: Studio;
  readonly canvas: Canvas;
  readonly code: Code;
  readonly inspector: Inspector;
  readonly testPanel: TestPanel;
  readonly connectionForm: ConnectionForm;
  /** Console errors, uncaught errors and breaches of the content security policy. Any that is not allowed fails the test. */
  readonly consoleErrors: Complaints;
}

/** Independent servers on loopback, started only for the tests that name them. */
interface Servers {
  /** Says back what arrived (e2e/servers/echo.mjs lists its paths); `log` holds every request. */
  readonly echo: Awaited<ReturnType<typeof startEcho>>;
  /** GitHub's REST API as GitHub's own description tells it, played by Prism. */
  readonly github: Awaited<ReturnType<typeof startGithub>>;
  /** A certified OAuth server, and a resource server that checks its tokens. */
  readonly oauth: Awaited<ReturnType<typeof startOauth>>;
  /** Stripe's API with a memory; `stripeClient` reads it. */
  readonly stripe: Awaited<ReturnType<typeof startStripe>>;
}

export const test = base.extend<Fixtures, Servers>({
  // Playwright wants a pattern for a fixture's first argument, although nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern
  echo: [async ({}, use) => {
      const server = await startEcho();
      await use(server);
      await server.stop();
    }, { scope: 'worker' }],

  // oxlint-disable-next-line no-empty-pattern
  github: [async ({}, use) => {
      const server = await startGithub();
      await use(server);
      await server.stop();
    }, { scope: 'worker', timeout: 90_000 }],

  // oxlint-disable-next-line no-empty-pattern
  oauth: [async ({}, use) => {
      const server = await startOauth();
      await use(server);
      await server.stop();
    }, { scope: 'worker', timeout: 90_000 }],

  // oxlint-disable-next-line no-empty-pattern
  stripe: [async ({}, use) => {
      const server = await startStripe();
      await use(server);
      await server.stop();
    }, { scope: 'worker', timeout: 90_000 }],

  // Playwright wants a pattern for a fixture's first argument, although nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern
  studioUrl: async ({}, use) => {
    const url = process.env['STUDIO_URL'];
    if (!url) throw new Error('STUDIO_URL is not set: playwright.config.ts takes it from what npm start prints.');
    await use(url);
  },

  studio: async ({ page, studioUrl }, use) => use(new Studio(page, studioUrl)),
  canvas: async ({ page }, use) => use(new Canvas(page)),
  code: async ({ page }, use) => use(new Code(page)),
  inspector: async ({ page }, use) => use(new Inspector(page)),
  testPanel: async ({ page }, use) => use(new TestPanel(page)),
  connectionForm: async ({ page }, use) => use(new ConnectionForm(page)),

  consoleErrors: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const all: string[] = [];
      await listen(context, (line) => all.push(line));
      await use({ all, allow: (pattern) => allowed.push(pattern) });
      expect(all.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** On every page of the context: a second tab complains as loudly as the first. */
async function listen(context: BrowserContext, add: (line: string) => void): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') add(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => add(`uncaught: ${error.error().stack ?? error.error().message}`));
  // The console names a breach of the policy too, but not in a worker's or a report-only case; the event always comes.
  await context.exposeFunction('reportPolicyBreach', (line: string) => add(`content security policy: ${line}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportPolicyBreach } = globalThis as unknown as { reportPolicyBreach: (line: string) => Promise<void> };
      void reportPolicyBreach(`${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
}
