import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestWorld } from './performCalls.ts';
import { pooled, type PooledWorker } from './pooledWorker.ts';
import { runTest, type TesterLimits, type TestHandle } from './runTest.ts';
import type { TestOptions, WorkerLike } from './testerMessages.ts';
import type { Timer } from './timer.ts';

export type { TestWorld } from './performCalls.ts';
export type { TesterLimits, TestHandle } from './runTest.ts';
export type { TestOptions } from './testerMessages.ts';

/** THE tester port: whoever shows a result cannot tell whether a worker here or AWS produced it (design.md, idea 2). */
export interface Tester {
  start(request: TestStateRequest, world: TestWorld, options: TestOptions): TestHandle;
  /** Starts a worker before it is needed, so that the first test does not wait for one. */
  prewarm(): void;
  /** Ends idle workers. */
  dispose(): void;
}

export interface TesterDeps {
  readonly createWorker: () => WorkerLike;
  readonly ports: { readonly timer: Timer };
  readonly limits?: Partial<TesterLimits>;
}

const DEFAULT_LIMITS: TesterLimits = { startMs: 30_000, runawayMs: 10_000, stopMs: 500 };

/**
 * Each running test has a worker of its own, so ending a runaway expression ends nothing else. One idle worker is kept.
 */
export function createTester({ createWorker, ports, limits }: TesterDeps): Tester {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  let idle: PooledWorker | null = null;

  const prewarm = (): void => {
    idle ??= pooled(createWorker);
  };
  return {
    prewarm,
    start(request, world, options) {
      const worker = idle?.broken === null ? idle : pooled(createWorker);
      idle = null;
      return runTest({ worker, request, world, options, timer: ports.timer, limits: bounds }, (healthy) => {
        if (healthy && idle === null) idle = worker;
        else worker.terminate();
        // A worker that had to be ended is replaced at once: the next test should not pay for it.
        if (!healthy) prewarm();
      });
    },
    dispose() {
      idle?.terminate();
      idle = null;
    },
  };
}
