import { Worker } from 'node:worker_threads';
import type { Evaluated, Job, Perform } from './evaluate.ts';
import { ABANDONED, RUNAWAY_MS, runOn } from './evaluateInThread.ts';

export interface EvaluatePool {
  /** Null: too many wait already. A caller who goes (the signal) leaves the queue, or ends the thread that works for it. */
  evaluate(job: Job, perform: Perform, signal?: AbortSignal): Promise<Evaluated | null>;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly threads?: number;
  readonly waiting?: number;
  readonly runawayMs?: number;
}

/** Enough for a definition and payloads at their limits; a program that wants more ends its thread and not this process. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 1024 };

/**
 * Threads that stay warm from one job to the next, for whoever evaluates many: a new one takes longer than most tests. One that hangs or
 * falls over is ended alone; the others go on meanwhile.
 */
export function evaluatePool(file: URL, { threads = 4, waiting = 200, runawayMs = RUNAWAY_MS }: PoolOptions = {}): EvaluatePool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: ((thread: Worker | null) => void)[] = [];
  let closed = false;

  const start = (): Worker => {
    const thread = new Worker(file, { resourceLimits: THREAD_LIMITS });
    thread.unref();
    all.add(thread);
    thread.on('error', () => {}); // without a listener, one that fails while it waits would end this process
    thread.once('exit', () => {
      all.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    });
    return thread;
  };
  /** Null: the caller went while it waited, or all is over. */
  const take = (signal: AbortSignal | undefined): Promise<Worker | null> => {
    if (closed || signal?.aborted) return Promise.resolve(null);
    const free = idle.pop() ?? (all.size < threads ? start() : undefined);
    if (free !== undefined) return Promise.resolve(free);
    return new Promise((resolve) => {
      const leave = (): void => {
        queue.splice(queue.indexOf(go), 1);
        resolve(null);
      };
      const go = (thread: Worker | null): void => {
        signal?.removeEventListener('abort', leave);
        resolve(thread);
      };
      queue.push(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };
  const give = (thread: Worker): void => {
    // It has ended since its answer came: nobody would ever hear from it again.
    if (!all.has(thread)) return drop(thread);
    const next = queue.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  const drop = (thread: Worker): void => {
    all.delete(thread);
    void thread.terminate();
    // Whoever waited for it gets a new one.
    if (queue.length > 0 && !closed) give(start());
  };

  return {
    async evaluate(job, perform, signal) {
      if (queue.length >= waiting) return null;
      const thread = await take(signal);
      if (thread === null) return ABANDONED;
      if (signal?.aborted) {
        give(thread);
        return ABANDONED;
      }
      const { evaluated, reusable } = await runOn(thread, job, perform, runawayMs, signal);
      if (reusable && !closed) give(thread);
      else drop(thread);
      return evaluated;
    },
    async close() {
      closed = true;
      for (const go of queue.splice(0)) go(null);
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}
