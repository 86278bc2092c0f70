import type { EditorServices } from '../editor/services.ts';
import { createBridgeClient } from '../services/bridgeClient.ts';
import { createTestWorker } from '../services/createTestWorker.ts';
import { createDirectFetch } from '../services/directFetch.ts';
import { createKeyValue } from '../services/keyValue.ts';
import { createPersonStore } from '../services/personStore.ts';
import { createTester } from '../services/tester.ts';
import { systemTimer } from '../services/timer.ts';
import type { BridgeToken } from '../services/token.ts';
import { createVault } from '../services/vault.ts';

/** The outside world of the page that runs in a browser. */
export function createServices(token: BridgeToken): EditorServices {
  return {
    now: () => Date.now(),
    id: () => crypto.randomUUID(),
    tester: createTester({ createWorker: createTestWorker, ports: { timer: systemTimer } }),
    vault: createVault(),
    person: createPersonStore(createKeyValue('asl-studio-person')),
    bridge: createBridgeClient({ fetch: globalThis.fetch.bind(globalThis), origin: location.origin, token: () => token.current() }),
    direct: import.meta.env.MODE === 'hosted' ? createDirectFetch({ fetch: globalThis.fetch.bind(globalThis), timer: systemTimer, now: () => performance.now() }) : null,
  };
}
