/** How many calls to one account and region are under way at once: AWS lets 10 tests a second begin, with a reserve of 50. */
const WIDTH = 5;
/** Seven tries with doubled waits are a minute and more; who still gets none should hear so. */
const ATTEMPTS = 7;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;

export interface QueueEvents {
  queued(ahead: number): void;
  throttled(attempt: number, waitMs: number): void;
}

export interface CallQueuePorts {
  /** Resolves after so many milliseconds; rejects when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

export interface CallQueue {
  /** Calls in turn. A call that AWS did not take for lack of room is made again, later; nothing else is: it may have done something. */
  run<T>(key: string, call: () => Promise<T>, wasThrottled: (error: unknown) => boolean, tell: QueueEvents, signal: AbortSignal): Promise<T>;
}

interface Lane {
  running: number;
  readonly waiting: { readonly go: () => void; readonly tell: QueueEvents }[];
}

export function createCallQueue({ sleep, random }: CallQueuePorts): CallQueue {
  const lanes = new Map<string, Lane>();

  const turn = (lane: Lane, tell: QueueEvents, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (lane.running < WIDTH) {
      lane.running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        lane.waiting.splice(lane.waiting.indexOf(one), 1);
        reject(signal.reason as Error); // the caller's own
      };
      const one = { tell, go: () => (signal.removeEventListener('abort', gone), resolve()) };
      signal.addEventListener('abort', gone, { once: true });
      lane.waiting.push(one);
      tell.queued(lane.waiting.length);
    });
  };
  const leave = (key: string, lane: Lane): void => {
    const next = lane.waiting.shift();
    if (next === undefined) {
      lane.running -= 1;
      if (lane.running === 0) lanes.delete(key);
      return;
    }
    next.go();
    lane.waiting.forEach(({ tell }, index) => tell.queued(index + 1));
  };

  return {
    async run(key, call, wasThrottled, tell, signal) {
      const lane = lanes.get(key) ?? { running: 0, waiting: [] };
      lanes.set(key, lane);
      await turn(lane, tell, signal);
      try {
        for (let attempt = 1; ; attempt += 1) {
          try {
            return await call();
          } catch (error) {
            if (!wasThrottled(error) || attempt >= ATTEMPTS) throw error;
            // Between the whole wait and half of it, so that calls that were refused together do not come back together.
            const waitMs = Math.round(Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (1 - random() / 2));
            tell.throttled(attempt, waitMs);
            await sleep(waitMs, signal);
          }
        }
      } finally {
        leave(key, lane);
      }
    },
  };
}
