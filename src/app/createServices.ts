import type { EditorServices } from '../editor/services.ts';
import { createBridgeClient } from '../services/bridgeClient.ts';
import { createDirectFetch } from '../services/directFetch.ts';
import { createLazyPersonStore } from '../services/lazyPersonStore.ts';
import { createLazyTester } from '../services/lazyTester.ts';
import { systemTimer } from '../services/timer.ts';
import type { BridgeToken } from '../services/token.ts';
import { createVault } from '../services/vault.ts';

/** The outside world of the page that runs in a browser. */
export function createServices(token: BridgeToken): EditorServices {
  return {
    now: () => Date.now(),
    id: () => crypto.randomUUID(),
    tester: createLazyTester(async () => (await import('./createPageTester.ts')).createPageTester()),
    runner: async () => (await import('./createPageRunner.ts')).createPageRunner(),
    suiteRunner: async () => (await import('./createPageSuiteRunner.ts')).createPageSuiteRunner(),
    vault: createVault(),
    person: createLazyPersonStore(async () => (await import('./createPagePerson.ts')).createPagePerson()),
    bridge: createBridgeClient({ fetch: globalThis.fetch.bind(globalThis), origin: location.origin, token: () => token.current() }),
    direct: import.meta.env.MODE === 'hosted' ? createDirectFetch({ fetch: globalThis.fetch.bind(globalThis), timer: systemTimer, now: () => performance.now() }) : null,
  };
}
