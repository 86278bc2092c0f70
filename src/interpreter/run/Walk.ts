import type { Sources } from '../../expr/PathScope.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { Environment, Limits } from '../environment.ts';
import { enter, settle } from '../evaluators.ts';
import type { StatesError } from '../failure.ts';
import { handleError, leaveThroughCatcher, type Handling } from '../handleError.ts';
import type { Outcome } from '../outcome.ts';
import { dataLimitExceeded, exceedsBytes } from '../payloadSize.ts';
import type { Handlers, State } from '../states/definition.ts';
import type { Agenda } from './Agenda.ts';
import type { Driver, Life } from './Driver.ts';
import { Effects } from './Effects.ts';
import type { Era } from './eras.ts';
import { stateContext } from './executionContext.ts';
import type { Details } from './History.ts';
import type { RunSetting } from './runSetting.ts';
import type { RunOptions } from './runTypes.ts';
import { cut } from './spawn.ts';
import { STATE_EVENTS } from './stateEvents.ts';
import { Visit, type Thread } from './Thread.ts';
import { VariableLimits } from './VariableLimits.ts';

/** Failures of evaluation name the state; those of tasks and Fail states speak for themselves. */
const EVALUATION = new Set(['States.Runtime', 'States.QueryEvaluationError', 'States.ReferencePathConflict']);

/** The way of threads through their states. Retry, Catch and the way of a failure upwards live here and nowhere else. */
export class Walk implements Driver {
  readonly life: Life;
  readonly agenda: Agenda;
  readonly environment: Environment;
  readonly options: RunOptions;
  readonly era: Era;
  readonly limits: Limits;
  readonly region: string;
  readonly accountId: string;
  readonly machineName: string;
  readonly stateMachineArn: string;
  readonly maxEvents: number;
  readonly sources: Sources;
  /** How many states have been entered. */
  transitions = 0;
  /** That of the execution itself; the roots of child executions are others. */
  main: Thread | undefined;
  readonly #effects: Effects;
  readonly #variables: VariableLimits;

  constructor(life: Life, setting: RunSetting, agenda: Agenda) {
    const { ports } = setting.environment;
    this.life = life;
    this.agenda = agenda;
    this.environment = setting.environment;
    this.options = setting.options;
    this.era = setting.era;
    this.limits = setting.limits;
    this.region = setting.region;
    this.accountId = setting.accountId;
    this.machineName = setting.machineName;
    this.stateMachineArn = setting.stateMachineArn;
    this.maxEvents = setting.maxEvents;
    this.sources = { now: () => agenda.now, random: () => ports.random(), id: () => ports.id() };
    this.#effects = new Effects(this);
    this.#variables = new VariableLimits(this.limits);
  }

  contextOf(visit: Visit): JsonObject {
    return stateContext(this, visit);
  }

  log(thread: Thread, type: string, details?: () => Details | undefined): number {
    thread.last = thread.history.add(type, thread.last, this.agenda.now, details);
    return thread.last;
  }

  goTo(thread: Thread, name: string, input: Json): void {
    thread.next = name;
    thread.nextInput = input;
    this.agenda.soon(thread);
  }

  /** It is the thread's turn to enter its next state. */
  enter(thread: Thread): void {
    if (thread.over || this.life.over) return;
    this.transitions++;
    const { next, nextInput, last } = thread;
    const state = thread.machine.States[next] as State; // transitions have been proved
    thread.last = thread.history.entered(STATE_EVENTS[state.Type].entered, last, this.agenda.now, next, nextInput);
    const visit = new Visit(this, thread, next, state, nextInput, thread.last, last);
    thread.visit = visit;
    this.environment.watch?.({ kind: 'entered', state: next });
    this.#attempt(visit);
  }

  #attempt(visit: Visit): void {
    visit.begin();
    visit.mapRun = undefined;
    visit.readerData = undefined;
    this.#evaluated(visit, enter(visit.state, visit));
  }

  /** Takes the outcome at once where it is there: only JSONata promises one. */
  #evaluated(visit: Visit, outcome: Outcome | Promise<Outcome>): void {
    if (!(outcome instanceof Promise)) return this.#take(visit, outcome);
    const { attempt } = visit;
    this.agenda.later(outcome, (known) => {
      if (this.isCurrent(visit, attempt)) this.#take(visit, known);
    });
  }

  isCurrent(visit: Visit, attempt: number): boolean {
    return !visit.thread.over && visit.thread.visit === visit && visit.attempt === attempt && !this.life.over;
  }

  #take(visit: Visit, outcome: Outcome): void {
    switch (outcome.kind) {
      case 'go':
        return this.#leave(visit, outcome);
      case 'await':
        return this.#effects.perform(visit, outcome.effect);
      case 'fail':
        return visit.state.Type === 'Fail' && !EVALUATION.has(outcome.failure.error ?? '') ? this.fail(visit, outcome.failure) : this.evaluationFailed(visit, outcome.failure);
    }
  }

  settle(visit: Visit, reply: Json): void {
    this.#evaluated(visit, settle(visit.state, visit, reply));
  }

  resume(visit: Visit, data: Json, source: string): void {
    const { attempt } = visit;
    visit.readerData = data;
    visit.readerSource = source;
    this.agenda.later(enter(visit.state, visit), (outcome) => {
      if (!this.isCurrent(visit, attempt)) return;
      if (outcome.kind === 'fail' && outcome.failure.error === 'States.ItemReaderFailed') this.log(visit.thread, 'MapRunFailed', () => ({ ...outcome.failure }));
      this.#take(visit, outcome);
    });
  }

  #leave(visit: Visit, { to, output, assigned }: Extract<Outcome, { kind: 'go' }>): void {
    const { thread, stateName, state } = visit;
    if (output !== visit.input && exceedsBytes(output, this.limits.payloadBytes)) return this.fail(visit, dataLimitExceeded(stateName));
    if (assigned !== undefined) {
      const tooMuch = this.#variables.assign(thread, stateName, assigned);
      if (tooMuch) return this.fail(visit, tooMuch);
    }
    thread.last = thread.history.exited(STATE_EVENTS[state.Type].exited, thread.last, this.agenda.now, stateName, output, assigned);
    if (assigned !== undefined) thread.variables = { ...thread.variables, ...assigned };
    if (to !== null) return this.goTo(thread, to, output);
    thread.over = true;
    thread.succeeded = true;
    this.#variables.release(thread);
    thread.owner.succeeded(thread, output);
  }

  evaluationFailed(visit: Visit, failure: StatesError): void {
    const { thread } = visit;
    const prefixed = EVALUATION.has(failure.error ?? '')
      ? { ...failure, cause: `An error occurred while executing the state '${visit.stateName}' (entered at the event id #${visit.enteredId}). ${failure.cause ?? ''}` }
      : failure;
    if (failure.error === 'States.QueryEvaluationError') {
      const location = failure.location === undefined ? {} : { location: failure.location };
      const early = thread.last === visit.enteredId && !this.era.evaluationFailedFollowsEntered;
      thread.last = thread.history.add('EvaluationFailed', early ? visit.previousId : thread.last, this.agenda.now, () => ({ error: prefixed.error, cause: prefixed.cause, ...location, state: visit.stateName }));
    }
    this.fail(visit, prefixed);
  }

  /** Retry, then Catch, then upwards. `States.Runtime` ends the execution (or child execution) from wherever it is. */
  fail(visit: Visit, failure: StatesError): void {
    const { state, thread } = visit;
    visit.failure = failure;
    if (failure.error === 'States.Runtime') return this.failRoot(thread, failure);
    const handlers: Handlers = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel' ? state : {};
    const handling = handleError(handlers, failure, (index) => visit.used?.get(index) ?? 0);
    if (handling.kind !== 'unhandled') this.environment.watch?.({ kind: handling.kind, state: visit.stateName, index: handling.index });
    if (handling.kind === 'retry') return this.#retry(visit, handling);
    if (state.Type === 'Map' || state.Type === 'Parallel') this.log(thread, `${state.Type}StateFailed`);
    if (handling.kind === 'unhandled') return this.#giveUp(visit, failure);
    const attempt = visit.begin();
    this.agenda.later(leaveThroughCatcher(handling.catcher, handling.index, failure, visit), (outcome) => {
      if (!this.isCurrent(visit, attempt)) return;
      if (outcome.kind === 'go') this.#leave(visit, outcome);
      else if (outcome.kind === 'fail') this.#giveUp(visit, outcome.failure);
    });
  }

  #retry(visit: Visit, { index, retrier, delaySeconds }: Extract<Handling, { kind: 'retry' }>): void {
    visit.used ??= new Map();
    visit.used.set(index, (visit.used.get(index) ?? 0) + 1);
    visit.retryCount++;
    const attempt = ++visit.attempt;
    const jitter = retrier.JitterStrategy === 'FULL' ? this.environment.ports.random() : 1;
    this.agenda.at(this.agenda.now + delaySeconds * 1000 * jitter, () => {
      if (this.isCurrent(visit, attempt)) this.#attempt(visit);
    });
  }

  #giveUp({ thread, state }: Visit, failure: StatesError): void {
    thread.over = true;
    this.#variables.release(thread);
    if (thread !== thread.root && state.Type === 'Task') thread.history.add('TaskStateAborted', thread.last, this.agenda.now);
    thread.owner.failed(thread, failure);
  }

  /** Ends the execution that the thread belongs to, past every Retry and Catch in it. */
  failRoot(thread: Thread, failure: StatesError): void {
    const { root } = thread;
    if (root === this.main) return this.life.end('Failed', failure, thread.last);
    if (root.over) return;
    if (root.visit) cut(this, root.visit);
    root.over = true;
    root.owner.failed(root, failure);
  }

  /** Attempts and timeouts of the thread's state start over; a Map or Parallel goes on with what did not succeed. */
  redrive(thread: Thread, last = thread.last): void {
    const { visit } = thread;
    thread.over = false;
    thread.last = last;
    if (!visit) return this.goTo(thread, thread.machine.StartAt, thread.input);
    visit.used = undefined;
    visit.retryCount = 0;
    if (visit.redrive && visit.children.length > 0 && visit.failure?.error !== 'States.DataLimitExceeded') return visit.redrive();
    if (visit.state.Type === 'Fail') return this.goTo(thread, visit.stateName, visit.input);
    this.agenda.soon(() => {
      if (!thread.over && !this.life.over) this.#attempt(visit);
    });
  }
}
