import { LONGEST_PAUSE_MS } from '../guardedPorts.ts';
import type { Budget, Execution, Pause } from './Execution.ts';
import type { HistoryEvent } from './History.ts';
import type { RedriveStatus, RunOutcome } from './runTypes.ts';

/** How long a run keeps its host from hearing a stop. */
const SLICE_MS = 8;

/** A run in the hands of whoever watches it. Only one of `finish` and `step` may be under way. */
export class RunHandle {
  readonly #execution: Execution;
  #since = Date.now();

  constructor(execution: Execution) {
    this.#execution = execution;
    execution.setting.environment.signal?.addEventListener('abort', () => execution.agenda.wake(), { once: true });
    try {
      execution.begin();
    } catch (thrown) {
      execution.broken(thrown);
    }
  }

  /** All events so far, the same list each time; those that came since the last reading are written out now. */
  get events(): readonly HistoryEvent[] {
    return this.#execution.events;
  }

  /** How many events there are, without writing them out. */
  get eventCount(): number {
    return this.#execution.eventCount;
  }

  /** Undefined while the run goes on. */
  get outcome(): RunOutcome | undefined {
    return this.#execution.outcome;
  }

  /** Goes on until the end; a reply or (real clock) a timer is waited for. */
  async finish(): Promise<RunOutcome> {
    this.#since = Date.now();
    while (!this.outcome) await this.#slice({ ms: SLICE_MS });
    return this.outcome;
  }

  /** Goes on until so many states have been entered, or the run has ended; undefined: it has not. */
  async step(transitions = 1): Promise<RunOutcome | undefined> {
    let left = transitions;
    while (!this.outcome && left > 0) {
      const before = this.#execution.transitions;
      await this.#slice({ transitions: left, ms: SLICE_MS });
      left -= this.#execution.transitions - before;
    }
    return this.outcome;
  }

  /** As StopExecution. */
  stop(error?: string, cause?: string): void {
    this.#execution.end('Aborted', { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
    this.#execution.agenda.wake();
  }

  /** Whether and how often the run can be and was redriven, as DescribeExecution tells it. */
  get redriveStatus(): RedriveStatus {
    return this.#execution.redriveStatus;
  }

  /** As RedriveExecution, for a Standard run that failed, was stopped or timed out. False: see `redriveStatus`. */
  redrive(): boolean {
    return this.#execution.redriveFailed();
  }

  #advance(budget: Budget): Pause {
    try {
      return this.#execution.advance(budget);
    } catch (thrown) {
      this.#execution.broken(thrown);
      return 'ended';
    }
  }

  async #slice(budget: Budget): Promise<void> {
    try {
      await this.#wait(this.#advance(budget));
    } catch (thrown) {
      this.#execution.broken(thrown);
    }
  }

  async #wait(paused: Pause): Promise<void> {
    const { agenda, setting } = this.#execution;
    const { pause } = setting.environment.ports;
    if (paused === 'ended') return;
    if (paused === 'reply') await agenda.woken();
    else if (paused === 'timer' && pause) await Promise.race([pause(Math.min(agenda.untilTimer ?? 0, LONGEST_PAUSE_MS)), agenda.woken()]);
    else if (paused === 'timer') this.#execution.unsupported('the real clock where nothing can wait for it. Run in virtual time');
    // JSONata comes back by itself, again and again, so the clock is looked at here too.
    if (pause && Date.now() - this.#since >= SLICE_MS) {
      await pause(0);
      this.#since = Date.now();
    }
  }
}
