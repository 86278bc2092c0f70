import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import type { Environment, EpochMs, NotPerformed } from '../environment.ts';
import { enter, settle } from '../evaluators.ts';
import type { StatesError } from '../failure.ts';
import { noTrace, type Frame } from '../frame.ts';
import { handleError, leaveThroughCatcher } from '../handleError.ts';
import { AWS_LIMITS } from '../limits.ts';
import type { Outcome } from '../outcome.ts';
import { dataLimitExceeded, exceedsBytes } from '../payloadSize.ts';
import { resourceParts } from '../resource.ts';
import type { RunOptions, RunOutcome } from './runTypes.ts';
import { languageOf, type Handlers, type Machine, type State } from '../states/definition.ts';
import { Agenda } from './Agenda.ts';
import type { Driver } from './Driver.ts';
import { Effects } from './Effects.ts';
import { History, payload, payloadText, type Details } from './History.ts';
import type { Thread, Visit } from './Thread.ts';

const MAX_EVENTS = 25_000;
/** Failures of evaluation name the state; those of tasks and Fail states speak for themselves. */
const EVALUATION = new Set(['States.Runtime', 'States.QueryEvaluationError', 'States.ReferencePathConflict']);

/** One execution: a driver of threads. Retry, Catch and the way of a failure upwards live here and nowhere else. */
export class Execution implements Driver {
  readonly agenda: Agenda;
  readonly environment: Environment;
  readonly options: RunOptions;
  readonly history: History;
  readonly #effects: Effects;
  readonly #main: Thread;
  readonly #machine: Machine;
  readonly #input: Json;
  #outcome: RunOutcome | undefined;

  constructor(machine: Machine, input: Json, environment: Environment, options: RunOptions) {
    this.agenda = new Agenda(environment.ports.now());
    this.environment = environment;
    this.options = options;
    this.history = new History(options.history ?? true);
    this.#effects = new Effects(this);
    this.#machine = machine;
    this.#input = input;
    this.#main = {
      machine, history: this.history, execution: this.#executionContext(input), variables: options.variables ?? {}, last: 0, over: false,
      ...outerItem(options.context),
      succeed: (output) => this.#succeed(output),
      fail: (failure) => this.end('Failed', failure),
    };
  }

  async run(): Promise<RunOutcome> {
    const { roleArn } = this.options;
    this.history.add('ExecutionStarted', 0, this.agenda.now, () => ({ ...payload('input', this.#input), ...(roleArn === undefined ? {} : { roleArn }) }));
    if (this.#machine.TimeoutSeconds !== undefined) this.agenda.at(this.agenda.now + this.#machine.TimeoutSeconds * 1000, () => this.end('TimedOut', {}));
    this.goTo(this.#main, this.#machine.StartAt, this.#input);
    while (!this.#outcome) {
      if (this.environment.signal?.aborted) this.end('Aborted', {});
      else {
        const step = this.agenda.step();
        if (!(typeof step === 'boolean' ? step : await step)) this.unsupported('a task that is never answered and has no timeout');
      }
    }
    return this.#outcome;
  }

  #succeed(output: Json): void {
    this.history.add('ExecutionSucceeded', this.#main.last, this.agenda.now, () => payload('output', output));
    this.#outcome ??= { kind: 'ended', status: 'SUCCEEDED', output: payloadText(output), history: this.history.events };
  }

  end(how: 'Failed' | 'TimedOut' | 'Aborted', { error, cause }: StatesError, last = this.#main.last): void {
    if (this.#outcome) return;
    const details = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    this.history.add(`Execution${how}`, last, this.agenda.now, () => details);
    const status = how === 'Failed' ? 'FAILED' : how === 'TimedOut' ? 'TIMED_OUT' : 'ABORTED';
    this.#outcome = { kind: 'ended', status, ...details, history: this.history.events };
  }

  unsupported(what: string): void {
    this.#outcome ??= { kind: 'unsupported', message: `not supported yet: ${what}` };
  }

  notPerformed(reason: NotPerformed): void {
    this.#outcome ??= { kind: 'not-performed', reason, history: this.history.events };
  }

  /** Adds an event to the thread, which the thread's next event will follow. */
  log(thread: Thread, type: string, details?: () => Details | undefined): number {
    thread.last = thread.history.add(type, thread.last, this.agenda.now, details);
    if (this.history.length >= (this.options.maxEvents ?? MAX_EVENTS) - 1) {
      this.end('Failed', { error: 'States.Runtime', cause: `The execution reached the maximum number of history events (${this.options.maxEvents ?? MAX_EVENTS}).` });
    }
    return thread.last;
  }

  goTo(thread: Thread, name: string, input: Json): void {
    this.agenda.soon(() => {
      if (thread.over || this.#outcome) return;
      const state = thread.machine.States[name] as State; // transitions have been proved
      const enteredId = this.log(thread, `${state.Type}StateEntered`, () => ({ name, ...payload('input', input) }));
      const visit: Visit = {
        thread, name, state, input, enteredId, enteredAt: this.agenda.now, used: new Map(), retryCount: 0, attempt: 0, children: [],
      };
      thread.visit = visit;
      this.#attempt(visit);
    });
  }

  #attempt(visit: Visit): void {
    const attempt = ++visit.attempt;
    const { state } = visit;
    if (state.Type === 'Map' && (state.ItemReader || state.ResultWriter)) return this.unsupported('ItemReader and ResultWriter in a run');
    const frame = this.frame(visit);
    this.agenda.later(enter(visit.state, frame), (outcome) => {
      if (this.isCurrent(visit, attempt)) this.#take(visit, frame, outcome);
    });
  }

  isCurrent(visit: Visit, attempt: number): boolean {
    return !visit.thread.over && visit.thread.visit === visit && visit.attempt === attempt && !this.#outcome;
  }

  #take(visit: Visit, frame: Frame, outcome: Outcome): void {
    switch (outcome.kind) {
      case 'go':
        return this.#leave(visit, outcome);
      case 'await':
        return this.#effects.perform(visit, frame, outcome.effect);
      case 'fail':
        return visit.state.Type === 'Fail' && !EVALUATION.has(outcome.failure.error ?? '') ? this.fail(visit, outcome.failure) : this.evaluationFailed(visit, outcome.failure);
    }
  }

  /** The effect has its result: on to the state's own output. */
  settle(visit: Visit, frame: Frame, reply: Json): void {
    const { attempt } = visit;
    this.agenda.later(settle(visit.state, frame, reply), (outcome) => {
      if (this.isCurrent(visit, attempt)) this.#take(visit, frame, outcome);
    });
  }

  #leave(visit: Visit, { to, output, assigned }: Extract<Outcome, { kind: 'go' }>): void {
    const { thread, name, state } = visit;
    if (output !== visit.input && exceedsBytes(output, this.environment.limits?.payloadBytes ?? AWS_LIMITS.payloadBytes, payloadText)) return this.fail(visit, dataLimitExceeded(name));
    this.log(thread, `${state.Type}StateExited`, () => ({ name, ...payload('output', output), ...(assigned === undefined || Object.keys(assigned).length === 0 ? {} : assignedDetails(assigned)) }));
    if (assigned !== undefined) thread.variables = { ...thread.variables, ...assigned };
    if (to !== null) return this.goTo(thread, to, output);
    thread.over = true;
    thread.succeed(output);
  }

  evaluationFailed(visit: Visit, failure: StatesError): void {
    const prefixed = EVALUATION.has(failure.error ?? '')
      ? { ...failure, cause: `An error occurred while executing the state '${visit.name}' (entered at the event id #${visit.enteredId}). ${failure.cause ?? ''}` }
      : failure;
    if (failure.error === 'States.QueryEvaluationError') {
      const location = failure.location === undefined ? {} : { location: failure.location };
      this.log(visit.thread, 'EvaluationFailed', () => ({ error: prefixed.error, cause: prefixed.cause, ...location, state: visit.name }));
    }
    this.fail(visit, prefixed);
  }

  /** Retry, then Catch, then upwards. `States.Runtime` ends the execution from wherever it is. */
  fail(visit: Visit, failure: StatesError): void {
    const { state, thread } = visit;
    if (failure.error === 'States.Runtime') return this.end('Failed', failure, thread.history === this.history ? thread.last : this.#main.last);
    const handlers: Handlers = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel' ? state : {};
    const handling = handleError(handlers, failure, (index) => visit.used.get(index) ?? 0);
    if (handling.kind === 'retry') {
      visit.used.set(handling.index, (visit.used.get(handling.index) ?? 0) + 1);
      visit.retryCount++;
      const attempt = ++visit.attempt;
      const jitter = handling.retrier.JitterStrategy === 'FULL' ? this.environment.ports.random() : 1;
      this.agenda.at(this.agenda.now + handling.delaySeconds * 1000 * jitter, () => {
        if (this.isCurrent(visit, attempt)) this.#attempt(visit);
      });
      return;
    }
    if (state.Type === 'Map' || state.Type === 'Parallel') this.log(thread, `${state.Type}StateFailed`);
    if (handling.kind === 'unhandled') return this.#giveUp(visit, failure);
    const attempt = ++visit.attempt;
    this.agenda.later(leaveThroughCatcher(handling.catcher, handling.index, failure, this.frame(visit)), (outcome) => {
      if (!this.isCurrent(visit, attempt)) return;
      if (outcome.kind === 'go') this.#leave(visit, outcome);
      else if (outcome.kind === 'fail') this.#giveUp(visit, outcome.failure);
    });
  }

  #giveUp({ thread, state }: Visit, failure: StatesError): void {
    thread.over = true;
    if (thread !== this.#main && state.Type === 'Task' && thread.history === this.history) thread.history.add('TaskStateAborted', thread.last, this.agenda.now);
    thread.fail(failure);
  }

  frame(visit: Visit): Frame {
    const { thread, name, state } = visit;
    return {
      stateName: name,
      input: visit.input,
      context: this.#context(visit),
      variables: thread.variables,
      language: languageOf(state, this.#machine),
      enteredAt: this.agenda.now,
      sources: { now: () => this.agenda.now, random: () => this.environment.ports.random(), id: () => this.environment.ports.id() },
      limits: { ...AWS_LIMITS, ...this.environment.limits },
      trace: noTrace,
    };
  }

  #context({ thread, name, state, enteredAt, retryCount }: Visit): JsonObject {
    const counts = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel';
    const token = state.Type === 'Task' && resourceParts(state.Resource).pattern === 'token';
    return {
      Execution: thread.execution,
      StateMachine: this.#stateMachine,
      State: { Name: name, EnteredTime: iso(enteredAt), ...(counts ? { RetryCount: retryCount } : {}) },
      ...(token ? { Task: { Token: this.environment.ports.id() } } : {}),
      ...(thread.item === undefined ? {} : { Map: { Item: thread.item } }),
    };
  }

  get region(): string {
    return this.environment.region ?? 'us-east-1';
  }

  get machineName(): string {
    return this.options.stateMachineArn?.split(':').at(-1) ?? 'StateMachine';
  }

  get #stateMachine(): JsonObject {
    const outer = this.options.context?.['StateMachine'];
    if (isJsonObject(outer)) return outer;
    const id = this.options.stateMachineArn ?? `arn:aws:states:${this.region}:${this.environment.accountId ?? '123456789012'}:stateMachine:${this.machineName}`;
    return { Id: id, Name: this.machineName };
  }

  #executionContext(input: Json): JsonObject {
    const outer = this.options.context?.['Execution'];
    if (isJsonObject(outer)) return outer;
    const { executionArn, roleArn, type, name } = this.options;
    const called = name ?? executionArn?.split(':').at(-1) ?? this.environment.ports.id();
    return {
      Id: executionArn ?? `arn:aws:states:${this.region}:${this.environment.accountId ?? '123456789012'}:execution:${this.machineName}:${called}`,
      Input: input,
      StartTime: iso(this.agenda.now),
      Name: called,
      RoleArn: roleArn ?? null,
      ...(type === 'EXPRESS' ? {} : { RedriveCount: 0 }),
    };
  }
}

/** `$$.Map.Item` of the iteration that an inner machine is run for. */
function outerItem(context: JsonObject | undefined): { readonly item?: JsonObject } {
  const map = context?.['Map'];
  const item = isJsonObject(map) ? map['Item'] : undefined;
  return isJsonObject(item) ? { item } : {};
}

const iso = (at: EpochMs): string => new Date(at).toISOString();

const assignedDetails = (assigned: JsonObject): Details => ({
  assignedVariables: Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)])),
  assignedVariablesDetails: { truncated: false },
});
