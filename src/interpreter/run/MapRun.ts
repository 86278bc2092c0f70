import type { Json, JsonObject } from '../../lib/Json.ts';
import type { StatesError } from '../failure.ts';
import type { Frame } from '../frame.ts';
import type { Iterations } from '../outcome.ts';
import type { Machine } from '../states/definition.ts';
import { exceedsTolerance, THRESHOLD_EXCEEDED } from '../tolerance.ts';
import type { Driver } from './Driver.ts';
import { History } from './History.ts';
import type { Thread, Visit } from './Thread.ts';

/** A machine to be run inside a state. */
export interface Spawned {
  readonly machine: Machine;
  readonly input: Json;
  readonly item?: JsonObject;
  readonly history: History;
  readonly last: number;
  readonly onSuccess: (output: Json, thread: Thread) => void;
  readonly onFailure: (failure: StatesError, thread: Thread) => void;
}

/** The iterations of one attempt of a Map state. */
export class MapRun {
  readonly #results: Json[];
  readonly #first: number;
  #next = 0;
  #running = 0;
  #failures = 0;
  readonly #children: Thread[] = [];
  readonly #indexes = new Map<Thread, number>();
  readonly #attempt: number;

  readonly #execution: Driver;
  readonly #visit: Visit;
  readonly #frame: Frame;
  readonly #iterations: Iterations;
  readonly #distributed: boolean;
  readonly #spawn: (spawned: Spawned) => Thread;
  readonly #cut: (onCut: (child: Thread) => void) => void;

  constructor(
    execution: Driver, visit: Visit, frame: Frame, iterations: Iterations, distributed: boolean,
    spawn: (spawned: Spawned) => Thread, cut: (onCut: (child: Thread) => void) => void,
  ) {
    this.#execution = execution;
    this.#visit = visit;
    this.#frame = frame;
    this.#iterations = iterations;
    this.#distributed = distributed;
    this.#spawn = spawn;
    this.#cut = cut;
    this.#attempt = visit.attempt;
    this.#first = visit.thread.last;
    this.#results = iterations.inputs.map(() => null);
    visit.children = this.#children;
  }

  start(): void {
    if (this.#iterations.inputs.length === 0) return this.#succeed();
    const limit = this.#iterations.maxConcurrency || Number.POSITIVE_INFINITY;
    while (this.#running < limit && this.#next < this.#iterations.inputs.length) this.#begin(this.#first);
  }

  #begin(previous: number): void {
    const index = this.#next++;
    this.#running++;
    const { thread, name } = this.#visit;
    const history = this.#distributed ? new History(false) : thread.history;
    const last = this.#distributed ? 0 : history.add('MapIterationStarted', previous, this.#execution.agenda.now, () => ({ name, index }));
    const child = this.#spawn({
      machine: this.#iterations.processor,
      input: this.#iterations.inputs[index] as Json,
      item: this.#iterations.items[index] as JsonObject,
      history, last,
      onSuccess: (output, done) => this.#ended(index, output, done),
      onFailure: (failure, done) => this.#failed(index, failure, done),
    });
    this.#children.push(child);
    this.#indexes.set(child, index);
  }

  #ended(index: number, output: Json, child: Thread): void {
    if (!this.#execution.isCurrent(this.#visit, this.#attempt)) return;
    const { thread, name } = this.#visit;
    this.#results[index] = output;
    if (!this.#distributed) {
      thread.last = thread.history.add('MapIterationSucceeded', child.last, this.#execution.agenda.now, () => ({ name, index }));
    }
    this.#goOn(child);
  }

  #goOn(child: Thread): void {
    this.#running--;
    if (this.#next < this.#iterations.inputs.length) this.#begin(child.last);
    else if (this.#running === 0) this.#succeed();
  }

  #succeed(): void {
    const { thread } = this.#visit;
    if (this.#failures > 0) return this.#execution.unsupported('the result of a Map with tolerated failures');
    const { history } = thread;
    if (this.#distributed) {
      const run = history.add('MapRunSucceeded', thread.last, this.#execution.agenda.now);
      history.add('MapStateSucceeded', run, this.#execution.agenda.now);
    } else history.add('MapStateSucceeded', thread.last, this.#execution.agenda.now);
    this.#execution.settle(this.#visit, this.#frame, this.#results);
  }

  #failed(index: number, failure: StatesError, child: Thread): void {
    if (!this.#execution.isCurrent(this.#visit, this.#attempt)) return;
    const { thread, name } = this.#visit;
    this.#failures++;
    const { toleratedCount, toleratedPercentage } = this.#iterations;
    const tolerates = toleratedCount !== undefined || toleratedPercentage !== undefined;
    const ends = tolerates ? exceedsTolerance(this.#iterations, this.#failures) : true;
    if (!this.#distributed) {
      if (ends) this.#abortOthers(child);
      thread.history.add('MapIterationFailed', child.last, this.#execution.agenda.now, () => ({ name, index }));
      thread.last = child.last;
    }
    if (!ends) return this.#goOn(child);
    const told = tolerates || this.#distributed ? THRESHOLD_EXCEEDED : failure;
    if (this.#distributed) {
      this.#cut(() => undefined);
      this.#execution.log(thread, 'MapRunFailed', () => ({ ...told }));
    }
    this.#execution.fail(this.#visit, told);
  }

  #abortOthers(child: Thread): void {
    const { thread, name } = this.#visit;
    thread.last = child.last;
    this.#cut((cut) => {
      const index = this.#indexes.get(cut);
      thread.history.add('MapIterationAborted', child.last, this.#execution.agenda.now, () => ({ name, index }));
    });
  }
}
