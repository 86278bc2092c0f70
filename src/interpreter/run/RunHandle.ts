import type { Budget, Execution, Pause } from './Execution.ts';
import type { HistoryEvent } from './History.ts';
import type { RunOutcome } from './runTypes.ts';

/** How long a run keeps its host from hearing a stop. */
const SLICE_MS = 8;

/** A run in the hands of whoever watches it. Only one of `finish` and `step` may be under way. */
export class RunHandle {
  readonly #execution: Execution;
  #since = Date.now();

  constructor(execution: Execution) {
    this.#execution = execution;
    execution.environment.signal?.addEventListener('abort', () => execution.agenda.wake(), { once: true });
    try {
      execution.begin();
    } catch (error) {
      this.#tooDeep(error);
    }
  }

  /** All events so far; grows while the run goes on. */
  get events(): readonly HistoryEvent[] {
    return this.#execution.history.events;
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

  /** As RedriveExecution, for a run that failed, was stopped or timed out. False: there is nothing to redrive. */
  redrive(): boolean {
    return this.#execution.redriveFailed();
  }

  #advance(budget: Budget): Pause {
    try {
      return this.#execution.advance(budget);
    } catch (error) {
      this.#tooDeep(error);
      return 'ended';
    }
  }

  #tooDeep(error: unknown): void {
    if (!(error instanceof RangeError)) throw error; // else the stack ended
    this.#execution.unsupported('a definition or input that nests this deeply. Take some levels out and run again');
  }

  async #slice(budget: Budget): Promise<void> {
    const { agenda, environment } = this.#execution;
    const { pause } = environment.ports;
    switch (this.#advance(budget)) {
      case 'ended':
        return;
      case 'reply':
        await agenda.woken();
        break;
      case 'timer': {
        const until = agenda.untilTimer ?? 0;
        await (pause ? Promise.race([pause.call(environment.ports, until), agenda.woken()]) : agenda.woken());
        break;
      }
      case 'budget':
        break;
    }
    // JSONata comes back by itself, again and again, so the clock is looked at here too.
    if (pause && Date.now() - this.#since >= SLICE_MS) {
      await pause.call(environment.ports, 0);
      this.#since = Date.now();
    }
  }
}
