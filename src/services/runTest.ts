import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { PooledWorker, WorkerEvent } from './pooledWorker.ts';
import type { FromWorker, TestOptions } from './testerMessages.ts';
import type { Timer } from './timer.ts';

export interface TestWorld {
  /** Carries a task out, on the page: only a click has brought us here. */
  perform(call: TaskCall, signal: AbortSignal): Promise<TaskReply>;
}

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
  const calls = new Map<number, AbortController>();
  let cancelTimer = (): void => undefined;
  let finish: (outcome: TestStateOutcome, healthy: boolean) => void = () => undefined;
  let stopping = false;

  const limit = (ms: number, message: string): void => {
    cancelTimer();
    cancelTimer = run.timer.after(ms, () => finish(ended(message), false));
  };
  const watch = (): void => {
    if (stopping) return;
    if (calls.size > 0) return cancelTimer(); // waiting for an answer from outside is no runaway
    limit(limits.runawayMs, `The test computed for ${seconds(limits.runawayMs)} without calling anything, so it was ended. Look for an expression of this state that never comes to an end.`);
  };
  const outcome = new Promise<TestStateOutcome>((resolve) => {
    finish = (value, healthy) => {
      finish = () => undefined;
      cancelTimer();
      worker.listen = null;
      for (const call of calls.values()) call.abort();
      calls.clear();
      resolve(value);
      release(healthy);
    };
  });

  const perform = async (message: Extract<FromWorker, { type: 'perform' }>): Promise<void> => {
    const call = new AbortController();
    calls.set(message.call, call);
    watch();
    const reply = await performSafely(run.world, message.task, call.signal);
    if (!calls.delete(message.call)) return;
    sendReply(worker, message.call, reply);
    watch();
  };
  const hear = (event: WorkerEvent): void => {
    if (event.type === 'broken') return finish(ended(brokenSentence(event.message)), false);
    const message = event.data;
    switch (message.type) {
      case 'ready':
        return watch();
      case 'perform':
        return void perform(message);
      case 'abort':
        calls.get(message.call)?.abort();
        calls.delete(message.call);
        return watch();
      case 'outcome':
        return finish(message.outcome, true);
      case 'failed':
        return finish(ended(`The test engine failed: ${message.message}. Please report it with this state; your workflow is unchanged.`), false);
      // Previews have a worker of their own.
      case 'previewed':
        return undefined;
      default:
        return unreachable(message);
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
      for (const call of calls.values()) call.abort();
      worker.post({ type: 'stop' });
      limit(limits.stopMs, 'The test was stopped.');
    },
  };
}

const seconds = (ms: number): string => (ms === 1000 ? 'a second' : `${ms / 1000} seconds`);

const ended = (message: string): TestStateOutcome => ({ kind: 'not-performed', reason: { kind: 'stopped', message }, partial: undefined });

const brokenSentence = (detail: string): string =>
  `The test engine stopped working${detail === '' ? '' : ` (${detail})`} and was started again. Run the test once more; if it happens again, look for an expression that makes very large values.`;

async function performSafely(world: TestWorld, ...call: Parameters<TestWorld['perform']>): Promise<TaskReply> {
  try {
    return await world.perform(...call);
  } catch (thrown) {
    return notSent(thrown);
  }
}

/** A reply that is not plain data cannot cross to the worker; that is our mistake, and no reason to hang. */
function sendReply(worker: PooledWorker, call: number, reply: TaskReply): void {
  try {
    worker.post({ type: 'reply', call, reply });
  } catch (thrown) {
    worker.post({ type: 'reply', call, reply: notSent(thrown) });
  }
}

const notSent = (thrown: unknown): TaskReply => ({
  kind: 'not-performed',
  reason: { kind: 'no-route', message: `The task could not be carried out: ${thrown instanceof Error ? thrown.message : String(thrown)}. Try again, or use a mock.` },
});
