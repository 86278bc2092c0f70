import { ok } from '../../lib/Result.ts';
import type { BridgeClient } from '../../services/bridgeClient.ts';
import { createKeptStore } from '../../services/keptStore.ts';
import { createPersonStore } from '../../services/personStore.ts';
import { manualTimer } from '../../services/testing/manualTimer.ts';
import { memoryKeyValue } from '../../services/testing/memoryKeyValue.ts';
import { memoryWorker } from '../../services/testing/memoryWorker.ts';
import { createSuiteRunner } from '../../services/suiteRunner.ts';
import { createTester } from '../../services/tester.ts';
import { createVault } from '../../services/vault.ts';
import { testState } from '../../interpreter/testState.ts';
import type { EditorServices } from '../services.ts';

/** The store's services without a browser: the real engine, vault and person store over memory, and a bridge that is not there. */
export function memoryServices(overrides: Partial<EditorServices> = {}): EditorServices {
  let ids = 0;
  return {
    now: () => Date.UTC(2026, 0, 1),
    id: () => `id-${++ids}`,
    tester: createTester({ createWorker: () => memoryWorker(testState), ports: { timer: manualTimer() } }),
    suiteRunner: () => Promise.resolve(createSuiteRunner({ createWorker: () => memoryWorker(testState), timer: manualTimer() })),
    vault: createVault(),
    person: createPersonStore(memoryKeyValue()),
    kept: createKeptStore(memoryKeyValue(), 10),
    bridge: absentBridge,
    direct: null,
    ...overrides,
  };
}

const absentBridge: BridgeClient = {
  hello: () => Promise.resolve({ ok: false, error: { kind: 'unreachable', message: 'No bridge in this test.' } }),
  send: () => Promise.resolve({ ok: false, error: { kind: 'no-bridge', message: 'No bridge in this test.' } }),
};

/** A bridge that says hello and answers every send with the same outcome; `sent` holds what it was given. */
export function answeringBridge(outcome: Extract<Awaited<ReturnType<BridgeClient['send']>>, { ok: true }>['value'], sandboxOrigin?: string) {
  const sent: Parameters<BridgeClient['send']>[0][] = [];
  const bridge: BridgeClient = {
    hello: () => Promise.resolve(ok({ product: 'asl-studio', protocol: 1, version: 'test', ...(sandboxOrigin === undefined ? {} : { sandboxOrigin }) })),
    send(request) {
      sent.push(request);
      return Promise.resolve(ok(outcome));
    },
  };
  return { bridge, sent };
}
