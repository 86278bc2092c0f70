import type { TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { PooledWorker } from './pooledWorker.ts';

export interface TestWorld {
  /** Carries a task out, on the page: only a click has brought us here. */
  perform(call: TaskCall, signal: AbortSignal): Promise<TaskReply>;
}

/** The tasks of a worker that are under way on the page. */
export interface CallDesk {
  readonly busy: boolean;
  perform(call: number, task: TaskCall): void;
  /** The worker waits for that one no longer. */
  forget(call: number): void;
  abort(): void;
}

/** Carries out what the worker asks for and sends the replies. `changed`: something began or ended. */
export function performCalls(worker: PooledWorker, world: TestWorld, changed: () => void): CallDesk {
  const calls = new Map<number, AbortController>();
  const carryOut = async (id: number, task: TaskCall): Promise<void> => {
    const call = new AbortController();
    calls.set(id, call);
    changed();
    const reply = await performSafely(world, task, call.signal);
    if (!calls.delete(id)) return;
    sendReply(worker, id, reply);
    changed();
  };
  return {
    get busy() {
      return calls.size > 0;
    },
    perform: (id, task) => void carryOut(id, task),
    forget(id) {
      calls.get(id)?.abort();
      calls.delete(id);
      changed();
    },
    abort() {
      for (const call of calls.values()) call.abort();
      calls.clear();
    },
  };
}

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
