import type { Tester, TestHandle } from './tester.ts';

/** A tester whose code comes with the first test. A test stopped before that never starts. */
export function createLazyTester(load: () => Promise<Tester>): Tester {
  let loading: Promise<Tester> | null = null;
  const tester = (): Promise<Tester> => (loading ??= load());
  return {
    start(request, world, options) {
      let handle: TestHandle | null = null;
      let stopped = false;
      const outcome = tester().then((ready) => {
        handle = ready.start(request, world, options);
        if (stopped) handle.stop();
        return handle.outcome;
      });
      return {
        outcome,
        stop() {
          stopped = true;
          handle?.stop();
        },
      };
    },
    prewarm: () => void tester().then((ready) => ready.prewarm()),
    dispose: () => void loading?.then((ready) => ready.dispose()),
  };
}
