import type { EpochMs } from '../environment.ts';

interface Timer {
  readonly at: EpochMs;
  readonly order: number;
  readonly run: () => void;
}

const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Timers by time, those of one moment in the order they were set. */
export class TimerHeap {
  readonly #timers: Timer[] = [];
  #order = 0;

  get nextAt(): EpochMs | undefined {
    return this.#timers[0]?.at;
  }

  clear(): void {
    this.#timers.length = 0;
  }

  push(at: EpochMs, run: () => void): void {
    const timers = this.#timers;
    const timer = { at, order: this.#order++, run };
    let i = timers.push(timer) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(timer, timers[parent] as Timer)) break;
      timers[i] = timers[parent] as Timer;
      i = parent;
    }
    timers[i] = timer;
  }

  /** The first one; only when there is one. */
  pop(): () => void {
    const timers = this.#timers;
    const first = timers[0] as Timer;
    const last = timers.pop() as Timer;
    if (timers.length > 0) this.#sink(last);
    return first.run;
  }

  #sink(timer: Timer): void {
    const timers = this.#timers;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      if (left >= timers.length) break;
      const right = left + 1;
      const child = right < timers.length && before(timers[right] as Timer, timers[left] as Timer) ? right : left;
      if (!before(timers[child] as Timer, timer)) break;
      timers[i] = timers[child] as Timer;
      i = child;
    }
    timers[i] = timer;
  }
}
