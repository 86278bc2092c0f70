import type { EpochMs } from '../environment.ts';
import { LATEST } from './iso.ts';
import type { Thread } from './Thread.ts';
import { TimerHeap } from './TimerHeap.ts';

/** What `step` found: a job done, a reply to wait for, a timer of the real clock to wait for, nothing left. */
export type Turn = 'done' | 'reply' | 'timer' | 'empty';

/** What is to be done next, in virtual time: the clock jumps to the next timer when nothing else is left. */
export class Agenda {
  now: EpochMs = 0;
  #ready: (Thread | (() => void))[] = [];
  #next = 0;
  readonly #timers = new TimerHeap();
  #waiting = 0;
  #wake: (() => void) | undefined;
  readonly #enter: (thread: Thread) => void;
  /** Absent: virtual time. */
  readonly #clock: (() => EpochMs) | undefined;

  constructor(enter: (thread: Thread) => void, clock?: () => EpochMs) {
    this.#enter = enter;
    this.#clock = clock;
  }

  /** A thread stands for entering its next state: most jobs are that, and none needs a function of its own. */
  soon(job: Thread | (() => void)): void {
    this.#ready.push(job);
  }

  at(time: EpochMs, run: () => void): void {
    this.#timers.push(Math.max(Math.min(time, LATEST), this.now), run);
  }

  /** Goes on with the value at once, or as soon as the promise has it. */
  later<T>(value: T | Promise<T>, go: (value: T) => void): void {
    if (!(value instanceof Promise)) return go(value);
    this.#waiting++;
    const back = (then: () => void): void => {
      this.#waiting--;
      this.soon(then);
      this.#wake?.();
    };
    value.then(
      (known) => back(() => go(known)),
      // Ports never reject; what still does ends the run where it can be seen.
      (thrown: unknown) => back(() => { throw thrown; }),
    );
  }

  step(): Turn {
    const job = this.#ready[this.#next];
    if (job) {
      if (++this.#next > 1024) {
        this.#ready = this.#ready.slice(this.#next);
        this.#next = 0;
      }
      if (typeof job === 'function') job();
      else this.#enter(job);
      return 'done';
    }
    if (this.#clock) return this.#realStep(this.#clock());
    if (this.#waiting > 0) return 'reply';
    const due = this.#timers.nextAt;
    if (due === undefined) return 'empty';
    this.#release(due);
    return 'done';
  }

  #realStep(now: EpochMs): Turn {
    this.now = Math.max(now, this.now);
    const due = this.#timers.nextAt;
    if (due !== undefined && due <= this.now) {
      this.#release(this.now);
      return 'done';
    }
    if (due !== undefined) return 'timer';
    return this.#waiting > 0 ? 'reply' : 'empty';
  }

  /** All timers of one moment go off before anything follows from them: AWS logs the timeouts of a Map side by side (recorded). */
  #release(until: EpochMs): void {
    this.now = until;
    while (this.#timers.nextAt !== undefined && this.#timers.nextAt <= until) this.soon(this.#timers.pop());
  }

  /** Milliseconds until the next timer; undefined where there is none. */
  get untilTimer(): number | undefined {
    const due = this.#timers.nextAt;
    return due === undefined ? undefined : Math.max(0, due - this.now);
  }

  /** Forgets what was to be done. */
  clear(): void {
    [this.#ready, this.#next] = [[], 0];
    this.#timers.clear();
  }

  wake(): void {
    this.#wake?.();
  }

  /** Resolves when a reply is there, or on `wake`. */
  woken(): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        resolve();
      };
    });
  }
}
