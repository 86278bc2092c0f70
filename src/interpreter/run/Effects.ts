import { partitionOf } from '../../lib/awsPartition.ts';
import { isJsonObject, type Json } from '../../lib/Json.ts';
import { gatherItems } from '../data/gatherItems.ts';
import type { DataCall, TaskCall } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { askTask } from '../guardedPorts.ts';
import type { Effect, Iterations } from '../outcome.ts';
import { dataLimitExceeded, exceedsBytes } from '../payloadSize.ts';
import { taskName } from '../resource.ts';
import type { MapState } from '../states/definition.ts';
import { askData } from './askData.ts';
import type { Driver } from './Driver.ts';
import { MapRun } from './MapRun.ts';
import { runParallel } from './runParallel.ts';
import type { RunReply } from './runTypes.ts';
import { failed, scheduled, submitted, succeeded } from './taskEvents.ts';
import type { Visit } from './Thread.ts';

/** Carries out what states ask for: sleeping, tasks, reading, branches, iterations. */
export class Effects {
  readonly #execution: Driver;
  constructor(execution: Driver) {
    this.#execution = execution;
  }

  perform(visit: Visit, effect: Effect): void {
    switch (effect.kind) {
      case 'sleep':
        return this.#sleep(visit, effect.until);
      case 'call':
        return this.#call(visit, effect.call);
      case 'branches':
        return runParallel(this.#execution, visit, effect.branches, effect.input);
      case 'read':
        return this.#read(visit, effect.call, effect.failure);
      case 'iterations':
        return this.#iterations(visit, effect.iterations);
    }
  }

  #sleep(visit: Visit, until: number): void {
    const { attempt } = visit;
    this.#execution.agenda.at(until, () => {
      if (this.#execution.isCurrent(visit, attempt)) this.#execution.settle(visit, null);
    });
  }

  #call(visit: Visit, call: TaskCall): void {
    const { agenda, environment, options, region, life } = this.#execution;
    for (const event of scheduled(call, region)) this.#execution.log(visit.thread, event.type, () => event.details);
    const { attempt } = visit;
    const reply = askTask(call, () => options.answer?.(call) ?? environment.ports.perform(call, life.signal));
    if (options.clock === 'real' && reply instanceof Promise) this.#timeOut(visit, call);
    agenda.later(reply, (known) => {
      if (this.#execution.isCurrent(visit, attempt)) this.#answered(visit, call, known);
    });
  }

  #answered(visit: Visit, call: TaskCall, reply: RunReply): void {
    const { thread } = visit;
    const said = 'submitted' in reply ? reply.submitted : undefined;
    if (said !== undefined) {
      const event = submitted(call, said);
      this.#execution.log(thread, event.type, () => event.details);
    }
    switch (reply.kind) {
      case 'not-performed':
        return this.#execution.life.notPerformed(reply.reason);
      case 'never':
        return this.#timeOut(visit, call);
      case 'failure': {
        const failure = { ...(reply.error === undefined ? {} : { error: reply.error }), ...(reply.cause === undefined ? {} : { cause: reply.cause }) };
        return this.#taskFailed(visit, call, failure, false);
      }
      case 'result': {
        if (exceedsBytes(reply.value, visit.limits.payloadBytes)) return this.#taskFailed(visit, call, dataLimitExceeded(taskName(call.resource)), false);
        const event = succeeded(call, reply.value);
        this.#execution.log(thread, event.type, () => event.details);
        return this.#execution.settle(visit, reply.value);
      }
    }
  }

  #taskFailed(visit: Visit, call: TaskCall, failure: StatesError, timedOut: boolean): void {
    const event = failed(call, failure, timedOut);
    this.#execution.log(visit.thread, event.type, () => event.details);
    if (!timedOut) return this.#execution.fail(visit, failure);
    // What happens at the same moment is logged first (recorded).
    const attempt = ++visit.attempt;
    this.#execution.agenda.soon(() => {
      if (this.#execution.isCurrent(visit, attempt)) this.#execution.fail(visit, failure);
    });
  }

  #timeOut(visit: Visit, call: TaskCall): void {
    const limit = Math.min(call.timeoutMs ?? Number.POSITIVE_INFINITY, call.heartbeatMs ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(limit)) return;
    const { attempt } = visit;
    this.#execution.agenda.at(this.#execution.agenda.now + limit, () => {
      // A missed heartbeat was recorded as States.Timeout too.
      if (this.#execution.isCurrent(visit, attempt)) this.#taskFailed(visit, call, { error: 'States.Timeout' }, true);
    });
  }

  /** The Map has started, its length is not known yet; then its Map Run, then the reading. */
  #read(visit: Visit, call: DataCall, failure: StatesError | undefined): void {
    const { attempt } = visit;
    const config = (visit.state as MapState).ItemReader?.ReaderConfig ?? {};
    this.#execution.log(visit.thread, 'MapStateStarted', () => ({ length: 0 }));
    if (failure) return this.#execution.evaluationFailed(visit, failure);
    this.#startMapRun(visit);
    this.#execution.agenda.later(gatherItems(call, config, (asked) => askData(this.#execution, asked)), (gathered) => {
      if (!this.#execution.isCurrent(visit, attempt)) return;
      if (gathered.ok) return this.#execution.resume(visit, gathered.value, sourceOf(call));
      if ('notPerformed' in gathered) return this.#execution.life.notPerformed(gathered.notPerformed);
      const { error, cause } = gathered.error;
      this.#execution.log(visit.thread, 'MapRunFailed', () => ({ error, ...(cause === undefined ? {} : { cause }) }));
      this.#execution.fail(visit, gathered.error);
    });
  }

  #iterations(visit: Visit, iterations: Iterations): void {
    const state = visit.state as MapState;
    if (visit.readerData === undefined) {
      this.#execution.log(visit.thread, 'MapStateStarted', () => ({ length: iterations.inputs.length }));
      if (iterations.failure) return this.#execution.evaluationFailed(visit, iterations.failure);
      if ((state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.Mode === 'DISTRIBUTED') this.#startMapRun(visit);
    }
    new MapRun(this.#execution, visit, iterations).start();
  }

  #startMapRun(visit: Visit): void {
    const { environment, region, machineName, accountId } = this.#execution;
    const label = (visit.state as MapState).Label ?? environment.ports.id();
    const arn = `arn:${partitionOf(region)}:states:${region}:${accountId}:mapRun:${machineName}/${label}:${environment.ports.id()}`;
    const startedId = this.#execution.log(visit.thread, 'MapRunStarted', () => ({ mapRunArn: arn }));
    visit.mapRun = { arn, startedId, label, redrives: 0 };
  }
}

/** What `$$.Map.Item.Source` says. */
function sourceOf({ arguments: args }: DataCall): string {
  const named = isJsonObject(args) ? args : {};
  const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
  return named['Key'] === undefined ? `S3://${text(named['Bucket'])}` : `S3://${text(named['Bucket'])}/${text(named['Key'])}`;
}
