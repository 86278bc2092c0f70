import type { EpochMs } from '../environment.ts';

interface Timer {
  readonly at: EpochMs;
  readonly order: number;
  readonly run: () => void;
}

/** What is to be done next, in virtual time: the clock jumps to the next timer when nothing else is left. */
export class Agenda {
  now: EpochMs;
  #ready: (() => void)[] = [];
  #next = 0;
  readonly #timers: Timer[] = [];
  #order = 0;
  #waiting = 0;
  #wake: (() => void) | undefined;

  constructor(now: EpochMs) {
    this.now = now;
  }

  soon(run: () => void): void {
    this.#ready.push(run);
  }

  at(time: EpochMs, run: () => void): void {
    const timer = { at: Math.max(time, this.now), order: this.#order++, run };
    let i = this.#timers.length;
    while (i > 0 && (this.#timers[i - 1] as Timer).at > timer.at) i--;
    this.#timers.splice(i, 0, timer);
  }

  /** Goes on with the value at once, or as soon as the promise has it. */
  later<T>(value: T | Promise<T>, go: (value: T) => void): void {
    if (!(value instanceof Promise)) return go(value);
    this.#waiting++;
    void value.then((known) => {
      this.#waiting--;
      this.soon(() => go(known));
      this.#wake?.();
    });
  }

  /** One job; false when nothing is left at all. */
  step(): boolean | Promise<boolean> {
    const job = this.#ready[this.#next];
    if (job) {
      if (++this.#next > 1024) {
        this.#ready = this.#ready.slice(this.#next);
        this.#next = 0;
      }
      job();
      return true;
    }
    if (this.#waiting > 0) return this.#woken();
    const timer = this.#timers.shift();
    if (!timer) return false;
    this.now = timer.at;
    timer.run();
    return true;
  }

  async #woken(): Promise<boolean> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
    return true;
  }
}
