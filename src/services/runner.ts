import type { HistoryEvent } from '../interpreter/run/History.ts';
import { performCalls, type CallDesk, type TestWorld } from './performCalls.ts';
import { pooled, type PooledWorker, type WorkerEvent } from './pooledWorker.ts';
import type { RunEnd, RunOrder } from './runMessages.ts';
import type { TesterLimits } from './runTest.ts';
import type { FromWorker, WorkerLike } from './testerMessages.ts';
import type { Timer } from './timer.ts';

/** Who watches a run. */
export interface RunWatcher {
  /** In batches of a few hundred, in the order of the history. Long payloads are cut and marked `truncated`: ask for the event. */
  events(batch: readonly HistoryEvent[]): void;
  /** True: the run waits for a word, because it was held or its steps are done. */
  held?(waits: boolean): void;
}

/** A run in the hands of the page. After its end it can still be asked for events and redriven, until it is closed. */
export interface RunControl {
  /** Never rejects: a worker that died or hung is an end with a sentence. */
  readonly ended: Promise<RunEnd>;
  go(): void;
  /** Takes effect within a few milliseconds, at the next state. */
  hold(): void;
  /** Enters so many more states, then holds. */
  step(states?: number): void;
  /** As StopExecution. */
  stop(error?: string, cause?: string): void;
  /** As RedriveExecution; the promise is that of the new end. What cannot be redriven answers its end again. */
  redrive(): Promise<RunEnd>;
  /** The whole event, as it stands in the history. */
  event(id: number): Promise<HistoryEvent | null>;
  close(): void;
}

export interface Runner {
  start(order: RunOrder, world: TestWorld, watcher: RunWatcher): RunControl;
}

export interface RunnerDeps {
  readonly createWorker: () => WorkerLike;
  readonly timer: Timer;
  readonly limits?: Partial<TesterLimits>;
}

const LIMITS: TesterLimits = { startMs: 30_000, runawayMs: 10_000, stopMs: 500 };

/** Each run has a worker of its own, so that ending one that runs away ends nothing else. */
export const createRunner = ({ createWorker, timer, limits }: RunnerDeps): Runner => ({
  start: (order, world, watcher) => new WorkerRun(pooled(createWorker), order, world, watcher, timer, { ...LIMITS, ...limits }),
});

const ended = (message: string): RunEnd => ({ kind: 'not-performed', reason: { kind: 'stopped', message } });

class WorkerRun implements RunControl {
  ended: Promise<RunEnd>;
  readonly #worker: PooledWorker;
  readonly #watcher: RunWatcher;
  readonly #timer: Timer;
  readonly #limits: TesterLimits;
  readonly #desk: CallDesk;
  readonly #asked: ((event: HistoryEvent | null) => void)[] = [];
  #finish: (end: RunEnd) => void = () => undefined;
  #cancelTimer = (): void => undefined;
  #waiting = false;
  #stopping = false;
  #over = false;
  #closed = false;

  constructor(worker: PooledWorker, order: RunOrder, world: TestWorld, watcher: RunWatcher, timer: Timer, limits: TesterLimits) {
    this.#worker = worker;
    this.#watcher = watcher;
    this.#timer = timer;
    this.#limits = limits;
    this.#desk = performCalls(worker, world, () => this.#watch());
    this.ended = this.#begin();
    if (worker.broken !== null) return this.#die(brokenSentence(worker.broken)), this;
    worker.listen = (event) => this.#hear(event);
    worker.post({ type: 'run', order });
    if (worker.ready) this.#watch();
    else this.#limit(limits.startMs, 'The engine did not start in time. Reload the page and try again.');
  }

  #begin(): Promise<RunEnd> {
    [this.#over, this.#stopping, this.#waiting] = [false, false, false];
    return new Promise((resolve) => {
      this.#finish = (end) => {
        if (this.#over) return;
        this.#over = true;
        this.#cancelTimer();
        this.#desk.abort();
        resolve(end);
      };
    });
  }

  #hear(event: WorkerEvent): void {
    if (event.type === 'broken') return this.#die(brokenSentence(event.message));
    this.#take(event.data);
    if (!this.#over) this.#watch();
  }

  #take(message: FromWorker): void {
    switch (message.type) {
      case 'events':
        this.#watcher.events(message.events);
        return this.#worker.post({ type: 'read' });
      case 'waiting':
        this.#waiting = true;
        return message.for === 'word' ? this.#watcher.held?.(true) : undefined;
      case 'running':
        this.#waiting = false;
        return this.#watcher.held?.(false);
      case 'perform':
        return this.#desk.perform(message.call, message.task);
      case 'abort':
        return this.#desk.forget(message.call);
      case 'run-ended':
        return this.#finish(message.end);
      case 'event':
        return this.#asked.shift()?.(message.event);
      case 'failed':
        return this.#die(`The engine failed: ${message.message}. Please report it with this workflow; the workflow is unchanged.`);
      case 'ready':
      case 'outcome':
      case 'previewed':
      case 'saved-test-result':
        return;
    }
  }

  #watch(): void {
    if (this.#stopping) return;
    this.#cancelTimer();
    // Waiting for an answer, a word or the clock is no runaway.
    if (this.#over || this.#waiting || this.#desk.busy) return;
    this.#limit(this.#limits.runawayMs, `The run computed for ${this.#limits.runawayMs / 1000} seconds without getting on, so it was ended. Look for an expression that never comes to an end.`);
  }

  #limit(ms: number, message: string): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#timer.after(ms, () => this.#die(message));
  }

  #die(message: string): void {
    this.#finish(ended(message));
    this.close();
  }

  go(): void {
    this.#worker.post({ type: 'go' });
  }

  hold(): void {
    this.#worker.post({ type: 'hold' });
  }

  step(states = 1): void {
    this.#worker.post({ type: 'step', states });
  }

  stop(error?: string, cause?: string): void {
    if (this.#over || this.#stopping) return;
    this.#stopping = true;
    this.#desk.abort();
    this.#worker.post({ type: 'stop-run', ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
    this.#limit(this.#limits.stopMs, 'The run was stopped.');
  }

  redrive(): Promise<RunEnd> {
    if (!this.#over || this.#closed) return this.ended;
    this.ended = this.#begin();
    this.#worker.post({ type: 'redrive' });
    this.#watch();
    return this.ended;
  }

  event(id: number): Promise<HistoryEvent | null> {
    if (this.#closed) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#asked.push(resolve);
      this.#worker.post({ type: 'event', id });
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#worker.listen = null;
    this.#worker.terminate();
    for (const tell of this.#asked.splice(0)) tell(null);
    this.#finish(ended('The run was closed.'));
  }
}

const brokenSentence = (detail: string): string =>
  `The engine stopped working${detail === '' ? '' : ` (${detail})`}. Start the run once more; if it happens again, look for an expression that makes very large values.`;
