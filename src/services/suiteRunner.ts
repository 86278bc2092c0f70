import type { TestResult } from '../suite/TestResult.ts';
import { pooled, type PooledWorker } from './pooledWorker.ts';
import type { SavedTestOrder, WorkerLike } from './testerMessages.ts';
import type { Timer } from './timer.ts';

/** Runs saved tests in a worker, one after the other: the page stays free, and one that never ends fails alone. */
export interface SuiteRunner {
  /** `tell` hears each result as it comes. The promise ends with the last one or after `stop`, and never rejects. */
  start(orders: readonly SavedTestOrder[], tell: (result: TestResult) => void): { readonly done: Promise<void>; stop(): void };
}

interface SuiteRunnerDeps {
  readonly createWorker: () => WorkerLike;
  readonly timer: Timer;
}

const START_MS = 30_000;
/** As long as a test of the panel may compute. */
const RUNAWAY_MS = 10_000;

const ENDLESS = 'The test computed for 10 seconds, so it was ended. Look for an expression that never comes to an end.';
const BROKEN = 'The test engine stopped working. Run the test once more; if it happens again, look for an expression that makes very large values.';
const LATE = 'The test engine did not start in time. Reload the page and try again.';

export const createSuiteRunner = ({ createWorker, timer }: SuiteRunnerDeps): SuiteRunner => ({
  start(orders, tell) {
    let worker: PooledWorker | null = null;
    let stopped = false;
    let giveUp = (): void => undefined;

    const end = (): void => {
      worker?.terminate();
      worker = null;
    };
    const one = (order: SavedTestOrder): Promise<TestResult | null> =>
      new Promise((resolve) => {
        const own = (worker ??= pooled(createWorker));
        let cancel = (): void => undefined;
        const finish = (result: TestResult | null, healthy: boolean): void => {
          cancel();
          own.listen = null;
          if (!healthy) end();
          resolve(result);
        };
        const watch = (ms: number, message: string): void => {
          cancel();
          cancel = timer.after(ms, () => finish(notRun(order, message), false));
        };
        giveUp = () => finish(null, false);
        own.listen = (event) => {
          if (event.type === 'broken') return finish(notRun(order, BROKEN), false);
          const { data } = event;
          if (data.type === 'ready') return watch(RUNAWAY_MS, ENDLESS);
          if (data.type === 'failed') return finish(notRun(order, `The test engine failed: ${data.message}. Please report it with this workflow; it is unchanged.`), false);
          return data.type === 'saved-test-result' ? finish(data.result, true) : undefined;
        };
        if (own.broken !== null) return finish(notRun(order, BROKEN), false);
        own.post({ type: 'saved-test', order });
        return own.ready ? watch(RUNAWAY_MS, ENDLESS) : watch(START_MS, LATE);
      });
    const all = async (): Promise<void> => {
      for (const order of orders) {
        if (stopped) break;
        const result = await one(order);
        if (result) tell(result);
      }
      end();
    };
    return { done: all(), stop: () => { stopped = true; giveUp(); } };
  },
});

const notRun = ({ test: { name, state } }: SavedTestOrder, message: string): TestResult =>
  ({ name, ...(state === undefined ? {} : { state }), status: 'not-run', failures: [{ what: 'run', message }], notes: [], ways: [] });
