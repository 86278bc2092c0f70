import { Worker } from 'node:worker_threads';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { Evaluate, Evaluated, Job } from './evaluate.ts';

export type ToThread = { readonly type: 'job'; readonly job: Job } | { readonly type: 'reply'; readonly call: number; readonly reply: TaskReply };
export type FromThread = { readonly type: 'perform'; readonly call: number; readonly task: TaskCall } | { readonly type: 'done'; readonly evaluated: Evaluated };

/** How long the engine may compute without waiting for a task. A whole run may take its time; a single expression may not. */
export const RUNAWAY_MS = 30_000;

/**
 * Evaluates in a thread of its own, because a regular expression or a loop that never ends can only be stopped from outside.
 * `perform` stays here, with the network.
 */
export const evaluateInThread = (file: URL, runawayMs = RUNAWAY_MS): Evaluate => (job, perform) =>
  new Promise((resolve) => {
    const thread = new Worker(file);
    let pending = 0;
    let timer: NodeJS.Timeout | undefined;
    const finish = (evaluated: Evaluated): void => {
      clearTimeout(timer);
      resolve(evaluated);
      void thread.terminate();
    };
    const watch = (): void => {
      clearTimeout(timer);
      if (pending > 0) return; // waiting for an answer from outside
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
    const failed = (error: unknown): void => finish({ kind: 'ended', message: `The engine failed: ${error instanceof Error ? error.message : String(error)}. Please report it with this file.` });
    // The thread is our own file, and speaks only this.
    thread.on('message', (message: FromThread) => (message.type === 'done' ? finish(message.evaluated) : void answer(message).catch(failed)));
    thread.on('error', failed);
    thread.postMessage({ type: 'job', job } satisfies ToThread);
    watch();
  });
