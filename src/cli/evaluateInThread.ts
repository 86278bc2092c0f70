import { Worker } from 'node:worker_threads';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { Evaluate, Evaluated, Job, Perform } from './evaluate.ts';

export type ToThread = { readonly type: 'job'; readonly job: Job } | { readonly type: 'reply'; readonly call: number; readonly reply: TaskReply };
export type FromThread = { readonly type: 'perform'; readonly call: number; readonly task: TaskCall } | { readonly type: 'done'; readonly evaluated: Evaluated };

/** How long the engine may compute without waiting for a task. A whole run may take its time; a single expression may not. */
export const RUNAWAY_MS = 30_000;

/**
 * Evaluates in a thread of its own, because a regular expression or a loop that never ends can only be stopped from outside.
 * `perform` stays here, with the network.
 */
export const evaluateInThread = (file: URL, runawayMs = RUNAWAY_MS): Evaluate => async (job, perform) => {
  const thread = new Worker(file);
  const { evaluated } = await runOn(thread, job, perform, runawayMs);
  void thread.terminate();
  return evaluated;
};

/** `reusable`: the thread waits for another job. It does not after a runaway expression or a failure, and has to be ended. */
export interface RanOn {
  readonly evaluated: Evaluated;
  readonly reusable: boolean;
}

/** Nobody hears it. */
export const ABANDONED: Evaluated = { kind: 'ended', message: 'The caller went away, so the evaluation was ended.' };

/** One job on a thread that has nothing else to do; not to its end where the signal aborts. */
export const runOn = (thread: Worker, job: Job, perform: Perform, runawayMs: number, signal?: AbortSignal): Promise<RanOn> =>
  new Promise((resolve) => {
    let pending = 0;
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const finish = (evaluated: Evaluated, reusable = false): void => {
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandoned);
      thread.off('message', listen).off('error', failed).off('exit', gone);
      if (!reusable) thread.on('error', () => {}); // one that still comes has nobody to tell, and must not end this process
      resolve({ evaluated, reusable });
    };
    const watch = (): void => {
      clearTimeout(timer);
      if (pending > 0 || over) return; // waiting for an answer from outside
      timer = setTimeout(() => finish({ kind: 'ended', message: `The evaluation took more than ${runawayMs / 1000} s without calling anything, so it was ended. Look for an expression that never comes to an end.` }), runawayMs);
    };
    const answer = async ({ call, task }: Extract<FromThread, { type: 'perform' }>): Promise<void> => {
      pending += 1;
      watch();
      const reply = await perform(task);
      pending -= 1;
      watch();
      thread.postMessage({ type: 'reply', call, reply } satisfies ToThread);
    };
    const failed = (error: unknown): void =>
      finish({ kind: 'ended', fault: true, message: `The engine failed: ${error instanceof Error ? error.message : String(error)}. Please report it with this file.` });
    // Ended from outside: nobody would wait for its answer but the watch.
    const gone = (): void => failed(new Error('its thread ended'));
    const abandoned = (): void => finish(ABANDONED);
    // The thread is our own file, and speaks only this.
    const listen = (message: FromThread): void => (message.type === 'done' ? finish(message.evaluated, pending === 0) : void answer(message).catch(failed));
    thread.on('message', listen);
    signal?.addEventListener('abort', abandoned);
    thread.on('error', failed);
    thread.once('exit', gone);
    thread.postMessage({ type: 'job', job } satisfies ToThread);
    watch();
  });
