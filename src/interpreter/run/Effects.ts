import type { Json } from '../../lib/Json.ts';
import type { TaskCall } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import type { Frame } from '../frame.ts';
import type { Effect, Iterations } from '../outcome.ts';
import { dataLimitExceeded, exceedsBytes } from '../payloadSize.ts';
import { taskName } from '../resource.ts';
import type { RunReply } from './runTypes.ts';
import type { Machine, MapState } from '../states/definition.ts';
import type { Driver } from './Driver.ts';
import { MapRun, type Spawned } from './MapRun.ts';
import { failed, scheduled, submitted, succeeded } from './taskEvents.ts';
import type { Thread, Visit } from './Thread.ts';

/** Carries out what states ask for: sleeping, tasks, branches, iterations. */
export class Effects {
  readonly #execution: Driver;
  constructor(execution: Driver) {
    this.#execution = execution;
  }

  perform(visit: Visit, frame: Frame, effect: Effect): void {
    switch (effect.kind) {
      case 'sleep':
        return this.#sleep(visit, frame, effect.until);
      case 'call':
        return this.#call(visit, frame, effect.call);
      case 'branches':
        return this.#branches(visit, frame, effect.branches, effect.input);
      case 'iterations':
        return this.#iterations(visit, frame, effect.iterations);
    }
  }

  #sleep(visit: Visit, frame: Frame, until: number): void {
    const { attempt } = visit;
    this.#execution.agenda.at(until, () => {
      if (this.#execution.isCurrent(visit, attempt)) this.#execution.settle(visit, frame, null);
    });
  }

  #call(visit: Visit, frame: Frame, call: TaskCall): void {
    const { agenda, environment, options, region } = this.#execution;
    for (const event of scheduled(call, region)) this.#execution.log(visit.thread, event.type, () => event.details);
    const { attempt } = visit;
    const signal = environment.signal ?? new AbortController().signal;
    const reply: RunReply | Promise<RunReply> = options.answer?.(call) ?? environment.ports.perform(call, signal);
    agenda.later(reply, (known) => {
      if (this.#execution.isCurrent(visit, attempt)) this.#answered(visit, frame, call, known);
    });
  }

  #answered(visit: Visit, frame: Frame, call: TaskCall, reply: RunReply): void {
    const { thread } = visit;
    const said = 'submitted' in reply ? reply.submitted : undefined;
    if (said !== undefined) {
      const event = submitted(call, said);
      this.#execution.log(thread, event.type, () => event.details);
    }
    switch (reply.kind) {
      case 'not-performed':
        return this.#execution.notPerformed(reply.reason);
      case 'never':
        return this.#neverAnswered(visit, call);
      case 'failure': {
        const failure = { ...(reply.error === undefined ? {} : { error: reply.error }), ...(reply.cause === undefined ? {} : { cause: reply.cause }) };
        return this.#taskFailed(visit, call, failure, false);
      }
      case 'result': {
        if (exceedsBytes(reply.value, frame.limits.payloadBytes)) return this.#taskFailed(visit, call, dataLimitExceeded(taskName(call.resource)), false);
        const event = succeeded(call, reply.value);
        this.#execution.log(thread, event.type, () => event.details);
        return this.#execution.settle(visit, frame, reply.value);
      }
    }
  }

  #taskFailed(visit: Visit, call: TaskCall, failure: StatesError, timedOut: boolean): void {
    const event = failed(call, failure, timedOut);
    this.#execution.log(visit.thread, event.type, () => event.details);
    this.#execution.fail(visit, failure);
  }

  #neverAnswered(visit: Visit, call: TaskCall): void {
    const limit = Math.min(call.timeoutMs ?? Number.POSITIVE_INFINITY, call.heartbeatMs ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(limit)) return;
    const { attempt } = visit;
    this.#execution.agenda.at(this.#execution.agenda.now + limit, () => {
      // A missed heartbeat was recorded as States.Timeout too.
      if (this.#execution.isCurrent(visit, attempt)) this.#taskFailed(visit, call, { error: 'States.Timeout' }, true);
    });
  }

  #spawn(parent: Visit, spawned: Spawned): Thread {
    const thread: Thread = {
      machine: spawned.machine,
      history: spawned.history,
      ...(spawned.item === undefined ? (parent.thread.item === undefined ? {} : { item: parent.thread.item }) : { item: spawned.item }),
      execution: parent.thread.execution,
      variables: parent.thread.variables,
      last: spawned.last,
      over: false,
      succeed: (output) => spawned.onSuccess(output, thread),
      fail: (failure) => spawned.onFailure(failure, thread),
    };
    this.#execution.goTo(thread, spawned.machine.StartAt, spawned.input);
    return thread;
  }

  #branches(visit: Visit, frame: Frame, branches: readonly Machine[], input: Json): void {
    const { thread, attempt } = visit;
    this.#execution.log(thread, 'ParallelStateStarted');
    const results: Json[] = branches.map(() => null);
    let left = branches.length;
    visit.children = branches.map((machine, i) =>
      this.#spawn(visit, {
        machine, input, history: thread.history, last: thread.last,
        onSuccess: (output, child) => {
          results[i] = output;
          if (--left > 0 || !this.#execution.isCurrent(visit, attempt)) return;
          thread.last = child.last;
          thread.history.add('ParallelStateSucceeded', thread.last, this.#execution.agenda.now);
          this.#execution.settle(visit, frame, results);
        },
        onFailure: (failure, child) => {
          if (!this.#execution.isCurrent(visit, attempt)) return;
          thread.last = child.last;
          this.#cut(visit);
          this.#execution.fail(visit, failure);
        },
      }),
    );
  }

  /** Ends the siblings of what failed, and what runs inside them. */
  #cut(visit: Visit, onCut?: (child: Thread) => void): void {
    for (const child of visit.children) {
      if (child.over) continue;
      child.over = true;
      if (child.visit) {
        this.#cut(child.visit);
        const { Type } = child.visit.state;
        if (child.history === visit.thread.history && ['Wait', 'Task', 'Map', 'Parallel'].includes(Type)) {
          child.history.add(`${Type}StateAborted`, visit.thread.last, this.#execution.agenda.now);
        }
      }
      onCut?.(child);
    }
  }

  #iterations(visit: Visit, frame: Frame, iterations: Iterations): void {
    const state = visit.state as MapState;
    const distributed = (state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.Mode === 'DISTRIBUTED';
    this.#execution.log(visit.thread, 'MapStateStarted', () => ({ length: iterations.inputs.length }));
    if (iterations.failure) return this.#execution.evaluationFailed(visit, iterations.failure);
    if (distributed) this.#startMapRun(visit, state);
    new MapRun(this.#execution, visit, frame, iterations, distributed, (spawned) => this.#spawn(visit, spawned), (onCut) => this.#cut(visit, onCut)).start();
  }

  #startMapRun(visit: Visit, state: MapState): void {
    const { environment, region, machineName } = this.#execution;
    const account = environment.accountId ?? '123456789012';
    const mapRunArn = `arn:aws:states:${region}:${account}:mapRun:${machineName}/${state.Label ?? environment.ports.id()}:${environment.ports.id()}`;
    this.#execution.log(visit.thread, 'MapRunStarted', () => ({ mapRunArn }));
  }
}
