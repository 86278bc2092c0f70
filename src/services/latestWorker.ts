import { pooled, type PooledWorker } from './pooledWorker.ts';
import type { FromWorker, ToWorker, WorkerLike } from './testerMessages.ts';
import type { Timer } from './timer.ts';

/** Asks a worker while somebody types: nothing is sent, and nothing computes on the page. */
export interface LatestWorker<Order, Answer> {
  /**
   * Never rejects. While one is computed only the latest other order of each channel waits; those it overtakes answer null, for nobody
   * looks at them.
   */
  ask(order: Order, channel?: string): Promise<Answer | null>;
}

export interface LatestDeps {
  readonly createWorker: () => WorkerLike;
  readonly timer: Timer;
}

interface Talk<Order, Answer> {
  readonly say: (order: Order) => ToWorker;
  /** Undefined: the message is for somebody else. */
  readonly hear: (message: FromWorker) => Answer | undefined;
  /** Where there is no answer. `endless`: it computed for too long, and was ended. */
  readonly gaveUp: (why: { readonly kind: 'endless' } | { readonly kind: 'broken' } | { readonly kind: 'failed'; readonly message: string }) => Answer;
}

const START_MS = 30_000;
/** Longer than any expression that somebody would want to wait for at every key. */
const RUNAWAY_MS = 3_000;

export function createLatestWorker<Order, Answer>({ createWorker, timer }: LatestDeps, { say, hear, gaveUp }: Talk<Order, Answer>): LatestWorker<Order, Answer> {
  type Reply = (answer: Answer | null) => void;
  let worker: PooledWorker | null = null;
  let busy = false;
  const waiting = new Map<string, { readonly order: Order; readonly reply: Reply }>();

  const run = (order: Order, reply: Reply): void => {
    worker ??= pooled(createWorker);
    const own = worker;
    let cancel = (): void => undefined;
    const finish = (answer: Answer, healthy: boolean): void => {
      cancel();
      own.listen = null;
      if (!healthy) {
        own.terminate();
        worker = null;
      }
      busy = false;
      reply(answer);
      const [next] = waiting;
      if (!next) return;
      waiting.delete(next[0]);
      run(next[1].order, next[1].reply);
    };
    const watch = (ms: number, why: 'endless' | 'broken'): void => {
      cancel();
      cancel = timer.after(ms, () => finish(gaveUp({ kind: why }), false));
    };
    busy = true;
    own.listen = (event) => {
      if (event.type === 'broken') return finish(gaveUp({ kind: 'broken' }), false);
      const { data } = event;
      if (data.type === 'ready') return watch(RUNAWAY_MS, 'endless');
      if (data.type === 'failed') return finish(gaveUp({ kind: 'failed', message: data.message }), false);
      const answer = hear(data);
      return answer === undefined ? undefined : finish(answer, true);
    };
    if (own.broken !== null) return finish(gaveUp({ kind: 'broken' }), false);
    own.post(say(order));
    watch(own.ready ? RUNAWAY_MS : START_MS, own.ready ? 'endless' : 'broken');
  };

  return {
    ask: (order, channel = '') => new Promise((reply) => {
      if (!busy) return run(order, reply);
      waiting.get(channel)?.reply(null);
      waiting.set(channel, { order, reply });
    }),
  };
}
