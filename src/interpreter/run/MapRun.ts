import type { Json } from '../../lib/Json.ts';
import type { StatesError } from '../failure.ts';
import type { Iterations } from '../outcome.ts';
import type { MapState } from '../states/definition.ts';
import { exceedsTolerance, THRESHOLD_EXCEEDED } from '../tolerance.ts';
import { askData } from './askData.ts';
import { ChildExecutions } from './ChildExecutions.ts';
import type { Driver } from './Driver.ts';
import { cut, spawn } from './spawn.ts';
import type { Thread, ThreadOwner, Visit } from './Thread.ts';
import { formattedResults, resultFiles } from './writeResults.ts';

/** How many iterations run at once where the state leaves it open. */
const INLINE_CONCURRENCY = 40;
const DISTRIBUTED_CONCURRENCY = 10_000;

/** The iterations of one attempt of a Map state. */
export class MapRun implements ThreadOwner {
  readonly #results: Json[];
  readonly #first: number;
  #next = 0;
  #running = 0;
  #failures = 0;
  readonly #children: Thread[] = [];
  readonly #attempt: number;
  readonly #limit: number;
  readonly #driver: Driver;
  readonly #visit: Visit;
  readonly #iterations: Iterations;
  /** Absent in an inline Map. */
  readonly #executions: ChildExecutions | undefined;

  constructor(driver: Driver, visit: Visit, iterations: Iterations) {
    this.#driver = driver;
    this.#visit = visit;
    this.#iterations = iterations;
    this.#executions = visit.mapRun && new ChildExecutions(driver, visit.mapRun, visit.state as MapState);
    this.#attempt = visit.attempt;
    this.#first = visit.thread.last;
    this.#results = iterations.inputs.map(() => null);
    this.#limit = Math.min(iterations.maxConcurrency || Number.POSITIVE_INFINITY, this.#executions ? DISTRIBUTED_CONCURRENCY : INLINE_CONCURRENCY);
    visit.children = this.#children;
    visit.redrive = () => this.#redrive();
  }

  start(): void {
    if (this.#iterations.inputs.length === 0) return this.#succeed();
    while (this.#running < this.#limit && this.#next < this.#iterations.inputs.length) this.#begin(this.#first);
  }

  #begin(previous: number): void {
    const index = this.#next++;
    this.#running++;
    const { thread, stateName: name } = this.#visit;
    const input = this.#iterations.inputs[index] as Json;
    const child = this.#executions?.begin(index, input);
    const last = child ? 1 : thread.history.add('MapIterationStarted', previous, this.#driver.agenda.now, () => ({ name, index }));
    const spawned = spawn(this.#driver, thread, {
      machine: this.#iterations.processor,
      input,
      item: this.#iterations.items[index],
      last,
      child,
      owner: this,
      index,
    });
    this.#children.push(spawned);
  }

  succeeded(child: Thread, output: Json): void {
    if (!this.#driver.isCurrent(this.#visit, this.#attempt)) return;
    const { thread, stateName: name } = this.#visit;
    const { index } = child;
    this.#results[index] = output;
    if (this.#executions) this.#executions.ended(index, { status: 'SUCCEEDED', output });
    else thread.last = thread.history.add('MapIterationSucceeded', child.last, this.#driver.agenda.now, () => ({ name, index }));
    this.#goOn(child);
  }

  #goOn(child: Thread): void {
    this.#running--;
    if (this.#next < this.#iterations.inputs.length) this.#begin(child.last);
    else if (this.#running === 0) this.#succeed();
  }

  #succeed(): void {
    const { thread, mapRun } = this.#visit;
    const { history } = thread;
    const now = this.#driver.agenda.now;
    if (!this.#executions || !mapRun) {
      history.add('MapStateSucceeded', thread.last, now);
      return this.#driver.settle(this.#visit, this.#results);
    }
    this.#written(this.#executions, (result) => {
      const run = history.add('MapRunSucceeded', thread.last, this.#driver.agenda.now);
      history.add('MapStateSucceeded', run, this.#driver.agenda.now);
      if (!this.#driver.era.mapExitFollowsMapRunStarted) thread.last = run;
      this.#driver.settle(this.#visit, result);
    });
  }

  /** The state's result, once it stands where the ResultWriter puts it. */
  #written(executions: ChildExecutions, then: (result: Json) => void): void {
    const { writer } = this.#iterations;
    if (!writer) return then(executions.results(this.#results));
    if (!writer.call) return then(formattedResults(writer, executions.records(this.#results)));
    const files = resultFiles(writer, writer.call, executions.records(this.#results), executions.arn, this.#driver.environment.ports.id());
    let left = files.calls.length;
    for (const call of files.calls) {
      this.#driver.agenda.later(askData(this.#driver, call), (reply) => {
        if (!this.#driver.isCurrent(this.#visit, this.#attempt)) return;
        if (reply.kind === 'not-performed') return this.#driver.life.notPerformed(reply.reason);
        if (reply.kind === 'failure') return this.#runFailed({ error: reply.error ?? 'States.ResultWriterFailed', ...(reply.cause === undefined ? {} : { cause: reply.cause }) });
        if (--left === 0) then(files.result);
      });
    }
  }

  failed(child: Thread, failure: StatesError): void {
    if (!this.#driver.isCurrent(this.#visit, this.#attempt)) return;
    const { thread, stateName: name } = this.#visit;
    const { index } = child;
    this.#failures++;
    const { toleratedCount, toleratedPercentage } = this.#iterations;
    const tolerates = toleratedCount !== undefined || toleratedPercentage !== undefined;
    const ends = tolerates ? exceedsTolerance(this.#iterations, this.#failures) : true;
    if (this.#executions) this.#executions.ended(index, { status: 'FAILED', failure });
    else {
      // Only the child of a distributed Map leaves a record; an inline iteration leaves its error output.
      this.#results[index] = { ...(failure.error === undefined ? {} : { Error: failure.error }), Cause: failure.cause ?? '' };
      if (ends) this.#abortOthers(child);
      thread.history.add('MapIterationFailed', child.last, this.#driver.agenda.now, () => ({ name, index }));
      thread.last = child.last;
    }
    if (!ends) return this.#goOn(child);
    const told = tolerates || this.#executions ? THRESHOLD_EXCEEDED : failure;
    if (!this.#executions) return this.#driver.fail(this.#visit, told);
    cut(this.#driver, this.#visit);
    this.#runFailed(told);
  }

  #runFailed(failure: StatesError): void {
    this.#driver.log(this.#visit.thread, 'MapRunFailed', () => ({ ...failure }));
    this.#driver.fail(this.#visit, failure);
  }

  #abortOthers(child: Thread): void {
    const { thread, stateName: name } = this.#visit;
    thread.last = child.last;
    cut(this.#driver, this.#visit, (aborted) => {
      thread.history.add('MapIterationAborted', child.last, this.#driver.agenda.now, () => ({ name, index: aborted.index }));
    });
  }

  /** Only what did not succeed, and what had not begun; a Map Run goes on under its own ARN. */
  #redrive(): void {
    const again = this.#children.filter((child) => !child.succeeded);
    this.#failures = 0;
    this.#running = again.length;
    const { thread, mapRun } = this.#visit;
    if (mapRun) {
      const redriveCount = ++mapRun.redrives;
      this.#driver.log(thread, 'MapRunRedriven', () => ({ mapRunArn: mapRun.arn, redriveCount }));
    }
    for (const child of again) {
      if (this.#executions) child.execution = this.#executions.again(child.index, child.execution);
      this.#driver.redrive(child, this.#executions ? child.last : thread.last);
    }
    // All had succeeded, and it was their results that could not be written or used.
    if (again.length === 0 && this.#next >= this.#iterations.inputs.length) this.#succeed();
    while (this.#running < this.#limit && this.#next < this.#iterations.inputs.length) this.#begin(thread.last);
  }
}
