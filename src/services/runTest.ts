import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { performCalls, type TestWorld } from './performCalls.ts';
import type { PooledWorker, WorkerEvent } from './pooledWorker.ts';
import type { TestOptions } from './testerMessages.ts';
import type { Timer } from './timer.ts';

export interface TestHandle {
  /** Never rejects: a worker that died or hung is an outcome with a sentence. */
  readonly outcome: Promise<TestStateOutcome>;
  stop(): void;
}

export interface TesterLimits {
  /** Until a new worker has loaded. */
  readonly startMs: number;
  /** How long the interpreter may compute without waiting for a task: longer, and an expression runs away. */
  readonly runawayMs: number;
  /** How long a worker may take to hear that it should stop. */
  readonly stopMs: number;
}

interface Run {
  readonly worker: PooledWorker;
  readonly request: TestStateRequest;
  readonly world: TestWorld;
  readonly options: TestOptions;
  readonly timer: Timer;
  readonly limits: TesterLimits;
}

/** One test on one worker. `release` gets the worker back; false: it is of no use any more. */
export function runTest(run: Run, release: (healthy: boolean) => void): TestHandle {
  const { worker, limits } = run;
  let cancelTimer = (): void => undefined;
  let finish: (outcome: TestStateOutcome, healthy: boolean) => void = () => undefined;
  let stopping = false;

  const desk = performCalls(worker, run.world, () => watch());
  const limit = (ms: number, message: string): void => {
    cancelTimer();
    cancelTimer = run.timer.after(ms, () => finish(ended(message), false));
  };
  const watch = (): void => {
    if (stopping) return;
    if (desk.busy) return cancelTimer(); // waiting for an answer from outside is no runaway
    limit(limits.runawayMs, `The test computed for ${seconds(limits.runawayMs)} without calling anything, so it was ended. Look for an expression of this state that never comes to an end.`);
  };
  const outcome = new Promise<TestStateOutcome>((resolve) => {
    finish = (value, healthy) => {
      finish = () => undefined;
      cancelTimer();
      worker.listen = null;
      desk.abort();
      resolve(value);
      release(healthy);
    };
  });

  const hear = (event: WorkerEvent): void => {
    if (event.type === 'broken') return finish(ended(brokenSentence(event.message)), false);
    const message = event.data;
    switch (message.type) {
      case 'ready':
        return watch();
      case 'perform':
        return desk.perform(message.call, message.task);
      case 'abort':
        return desk.forget(message.call);
      case 'outcome':
        return finish(message.outcome, true);
      case 'failed':
        return finish(ended(`The test engine failed: ${message.message}. Please report it with this state; your workflow is unchanged.`), false);
      // Previews and runs have workers of their own.
      default:
        return undefined;
    }
  };

  if (worker.broken !== null) finish(ended(brokenSentence(worker.broken)), false);
  else {
    worker.listen = hear;
    worker.post({ type: 'start', request: run.request, options: run.options });
    if (worker.ready) watch();
    else limit(limits.startMs, 'The test engine did not start in time. Reload the page and try again.');
  }
  return {
    outcome,
    stop() {
      if (stopping) return;
      stopping = true;
      desk.abort();
      worker.post({ type: 'stop' });
      limit(limits.stopMs, 'The test was stopped.');
    },
  };
}

const seconds = (ms: number): string => (ms === 1000 ? 'a second' : `${ms / 1000} seconds`);

const ended = (message: string): TestStateOutcome => ({ kind: 'not-performed', reason: { kind: 'stopped', message }, partial: undefined });

const brokenSentence = (detail: string): string =>
  `The test engine stopped working${detail === '' ? '' : ` (${detail})`} and was started again. Run the test once more; if it happens again, look for an expression that makes very large values.`;
