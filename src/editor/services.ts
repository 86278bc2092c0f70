import type { EpochMs } from '../interpreter/environment.ts';
import type { KeptStore } from '../services/keptStore.ts';
import type { BridgeClient } from '../services/bridgeClient.ts';
import type { DirectFetch } from '../services/directFetch.ts';
import type { PersonStore } from '../services/personStore.ts';
import type { SuiteRunner } from '../services/suiteRunner.ts';
import type { Runner } from '../services/runner.ts';
import type { Tester } from '../services/tester.ts';
import type { Vault } from '../services/vault.ts';

/** The outside world as the store needs it; tests hand in twins that live in memory. */
export interface EditorServices {
  now(): EpochMs;
  /** A fresh unique id. */
  id(): string;
  readonly tester: Tester;
  /** Whole runs, in workers of their own; its code comes when it is asked for. */
  readonly runner?: () => Promise<Runner>;
  /** Saved tests, in a worker; its code comes when it is asked for. */
  readonly suiteRunner?: () => Promise<SuiteRunner>;
  /** Secret values of connections, in memory. */
  readonly vault: Vault;
  /** The person's own store: connections, grants, what was sent. */
  readonly person: PersonStore;
  /** Secrets that a person chose to keep, encrypted; absent: in this browser's storage, loaded when it is needed. */
  readonly kept?: KeptStore;
  readonly bridge: BridgeClient;
  /** Null where the page may not send by itself: in the build that the bridge serves. */
  readonly direct: DirectFetch | null;
}
