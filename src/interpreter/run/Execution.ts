import { partitionOf } from '../../lib/awsPartition.ts';
import type { Json } from '../../lib/Json.ts';
import type { Sources } from '../../expr/PathScope.ts';
import type { Environment, Limits, NotPerformed } from '../environment.ts';
import { enter, settle } from '../evaluators.ts';
import type { StatesError } from '../failure.ts';
import type { Frame } from '../frame.ts';
import { handleError, leaveThroughCatcher } from '../handleError.ts';
import { AWS_LIMITS } from '../limits.ts';
import type { Outcome } from '../outcome.ts';
import { dataLimitExceeded, exceedsBytes } from '../payloadSize.ts';
import type { RunOptions, RunOutcome } from './runTypes.ts';
import { languageOf, type Handlers, type Machine, type State } from '../states/definition.ts';
import { Agenda, type Turn } from './Agenda.ts';
import type { Driver } from './Driver.ts';
import { Effects } from './Effects.ts';
import { eraOf, type Era } from './eras.ts';
import { executionContext, iso, outerItem, stateContext, stateMachineContext } from './executionContext.ts';
import { History, payload, payloadText, type Details } from './History.ts';
import { assignedDetails, STATE_EVENTS } from './stateEvents.ts';
import { RunFrame } from './RunFrame.ts';
import { cut } from './spawn.ts';
import type { Thread, Visit } from './Thread.ts';
import { withUniformStates } from './uniformStates.ts';
import { VariableLimits } from './VariableLimits.ts';

/** Failures of evaluation name the state; those of tasks and Fail states speak for themselves. */
const EVALUATION = new Set(['States.Runtime', 'States.QueryEvaluationError', 'States.ReferencePathConflict']);
/** AWS ends an Express execution after five minutes; one that loops without ever waiting is ended here instead. */
const EXPRESS_MS = 5 * 60_000;
const EXPRESS_EVENTS = 250_000;

const NO_CHILDREN: readonly Thread[] = [];

/** How far `advance` may go. */
export interface Budget {
  readonly transitions?: number;
  /** Real milliseconds. */
  readonly ms?: number;
}
export type Pause = 'ended' | 'budget' | Exclude<Turn, 'done' | 'empty'>;

/** One execution: a driver of threads. Retry, Catch and the way of a failure upwards live here and nowhere else. */
export class Execution implements Driver {
  readonly agenda: Agenda;
  readonly environment: Environment;
  readonly options: RunOptions;
  readonly era: Era;
  readonly history: History;
  readonly limits: Limits;
  readonly region: string;
  readonly accountId: string;
  readonly machineName: string;
  readonly stateMachineArn: string;
  readonly #effects: Effects;
  readonly #variables: VariableLimits;
  readonly #main: Thread;
  readonly #machine: Machine;
  readonly #input: Json;
  readonly #sources: Sources;
  readonly #stop = new AbortController();
  #transitions = 0;
  #redrives = 0;
  #outcome: RunOutcome | undefined;

  constructor(machine: Machine, input: Json, environment: Environment, options: RunOptions) {
    const { ports } = environment;
    this.agenda = new Agenda(ports.now(), options.clock === 'real' ? () => ports.now() : undefined);
    this.environment = environment;
    this.options = options;
    this.era = eraOf(options.asOf);
    this.limits = { ...AWS_LIMITS, ...environment.limits };
    this.region = environment.region ?? 'us-east-1';
    this.accountId = environment.accountId ?? '123456789012';
    this.machineName = options.stateMachineArn?.split(':').at(-1) ?? 'StateMachine';
    this.stateMachineArn = options.stateMachineArn ?? `arn:${partitionOf(this.region)}:states:${this.region}:${this.accountId}:stateMachine:${this.machineName}`;
    this.history = new History(options.history ?? true, this.maxEvents, () => this.#historyFull());
    this.#effects = new Effects(this);
    this.#variables = new VariableLimits(this.limits);
    this.#machine = withUniformStates(machine);
    this.#input = input;
    this.#sources = { now: () => this.agenda.now, random: () => ports.random(), id: () => ports.id() };
    this.#main = this.#mainThread();
  }

  #mainThread(): Thread {
    const { options } = this;
    const main: { -readonly [K in keyof Thread]: Thread[K] } = {
      machine: this.#machine, input: this.#input, history: this.history,
      execution: executionContext(this, this.#input), stateMachine: stateMachineContext(this),
      variables: options.variables ?? {}, variableBytes: 0, last: 0, over: false, succeeded: false,
      item: outerItem(options.context), visit: undefined, index: 0,
      root: undefined as never, // itself, two lines below
      owner: { succeeded: (_, output) => this.#succeed(output), failed: (_, failure) => this.end('Failed', failure) },
    };
    main.root = main;
    return main;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** How many states have been entered. */
  get transitions(): number {
    return this.#transitions;
  }

  get outcome(): RunOutcome | undefined {
    return this.#outcome;
  }

  get maxEvents(): number {
    return this.options.type === 'EXPRESS' ? EXPRESS_EVENTS : (this.options.maxEvents ?? this.limits.historyEvents);
  }

  begin(): void {
    const { roleArn } = this.options;
    this.history.add('ExecutionStarted', 0, this.agenda.now, () => ({ ...payload('input', this.#input), ...(roleArn === undefined ? {} : { roleArn }) }));
    this.#startTimeout();
    this.goTo(this.#main, this.#machine.StartAt, this.#input);
  }

  /** Both start over with a redrive. */
  #startTimeout(): void {
    const seconds = Math.min(this.#machine.TimeoutSeconds ?? Number.POSITIVE_INFINITY, this.options.type === 'EXPRESS' ? EXPRESS_MS / 1000 : Number.POSITIVE_INFINITY);
    const redrives = this.#redrives;
    if (Number.isFinite(seconds)) {
      this.agenda.at(this.agenda.now + seconds * 1000, () => {
        if (redrives === this.#redrives) this.end('TimedOut', {});
      });
    }
  }

  /** Goes on until the run has ended, the budget is spent, or only a reply or (real clock) a timer is left to wait for. */
  advance({ transitions = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY }: Budget): Pause {
    const last = this.#transitions + transitions;
    const until = ms === Number.POSITIVE_INFINITY ? ms : Date.now() + ms;
    for (let turns = 1; ; turns++) {
      if (this.#outcome) return 'ended';
      if (this.environment.signal?.aborted) this.end('Aborted', {});
      else {
        if (this.#transitions >= last || (turns % 32 === 0 && Date.now() >= until)) return 'budget';
        const turn = this.agenda.step();
        if (turn === 'empty') this.unsupported('a task that is never answered and has no timeout');
        else if (turn !== 'done') return turn;
      }
    }
  }

  #succeed(output: Json): void {
    this.history.add('ExecutionSucceeded', this.#main.last, this.agenda.now, () => payload('output', output));
    this.#finish({ kind: 'ended', status: 'SUCCEEDED', output: payloadText(output), history: this.history.events });
  }

  end(how: 'Failed' | 'TimedOut' | 'Aborted', { error, cause }: StatesError, last = this.#main.last): void {
    if (this.#outcome) return;
    const details = { ...(error === undefined ? {} : { error: error.slice(0, 256) }), ...(cause === undefined ? {} : { cause: cause.slice(0, 32_768) }) };
    this.history.add(`Execution${how}`, last, this.agenda.now, () => details);
    const status = how === 'Failed' ? 'FAILED' : how === 'TimedOut' ? 'TIMED_OUT' : 'ABORTED';
    this.#finish({ kind: 'ended', status, ...details, history: this.history.events });
  }

  #finish(outcome: RunOutcome): void {
    if (this.#outcome) return;
    this.#outcome = outcome;
    this.history.close();
    if (outcome.kind !== 'ended' || outcome.status !== 'SUCCEEDED') this.#stop.abort();
  }

  #historyFull(): void {
    if (this.options.type === 'EXPRESS') this.end('TimedOut', {});
    else this.end('Failed', { error: 'States.Runtime', cause: `The execution reached the maximum number of history events (${this.maxEvents}).` });
  }

  unsupported(what: string): void {
    this.#finish({ kind: 'unsupported', message: `not supported yet: ${what}` });
  }

  notPerformed(reason: NotPerformed): void {
    this.#finish({ kind: 'not-performed', reason, history: this.history.events });
  }

  log(thread: Thread, type: string, details?: () => Details | undefined): number {
    thread.last = thread.history.add(type, thread.last, this.agenda.now, details);
    return thread.last;
  }

  goTo(thread: Thread, name: string, input: Json): void {
    this.agenda.soon(() => {
      if (thread.over || this.#outcome) return;
      this.#transitions++;
      const state = thread.machine.States[name] as State; // transitions have been proved
      const previousId = thread.last;
      const enteredId = thread.history.entered(STATE_EVENTS[state.Type].entered, previousId, this.agenda.now, name, input);
      thread.last = enteredId;
      const visit: Visit = {
        thread, name, state, input, enteredId, previousId, enteredAt: this.agenda.now, used: undefined, retryCount: 0, attempt: 0,
        children: NO_CHILDREN, mapRun: undefined, failure: undefined, redrive: undefined,
      };
      thread.visit = visit;
      this.#attempt(visit);
    });
  }

  #attempt(visit: Visit): void {
    const attempt = ++visit.attempt;
    visit.redrive = undefined;
    visit.mapRun = undefined;
    const frame = this.#frame(visit);
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

  settle(visit: Visit, frame: Frame, reply: Json): void {
    const { attempt } = visit;
    this.agenda.later(settle(visit.state, frame, reply), (outcome) => {
      if (this.isCurrent(visit, attempt)) this.#take(visit, frame, outcome);
    });
  }

  resume(visit: Visit, data: Json, source: string): void {
    const { attempt } = visit;
    const frame = this.#frame(visit, { readerData: data, readerSource: source });
    this.agenda.later(enter(visit.state, frame), (outcome) => {
      if (!this.isCurrent(visit, attempt)) return;
      if (outcome.kind === 'fail' && outcome.failure.error === 'States.ItemReaderFailed') this.log(visit.thread, 'MapRunFailed', () => ({ ...outcome.failure }));
      this.#take(visit, frame, outcome);
    });
  }

  #leave(visit: Visit, { to, output, assigned }: Extract<Outcome, { kind: 'go' }>): void {
    const { thread, name, state } = visit;
    if (output !== visit.input && exceedsBytes(output, this.limits.payloadBytes, payloadText)) return this.fail(visit, dataLimitExceeded(name));
    if (assigned !== undefined) {
      const tooMuch = this.#variables.assign(thread, name, assigned);
      if (tooMuch) return this.fail(visit, tooMuch);
    }
    thread.last = thread.history.exited(STATE_EVENTS[state.Type].exited, thread.last, this.agenda.now, name, output, assignedDetails(assigned));
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
      ? { ...failure, cause: `An error occurred while executing the state '${visit.name}' (entered at the event id #${visit.enteredId}). ${failure.cause ?? ''}` }
      : failure;
    if (failure.error === 'States.QueryEvaluationError') {
      const location = failure.location === undefined ? {} : { location: failure.location };
      const early = thread.last === visit.enteredId && !this.era.evaluationFailedFollowsEntered;
      thread.last = thread.history.add('EvaluationFailed', early ? visit.previousId : thread.last, this.agenda.now, () => ({ error: prefixed.error, cause: prefixed.cause, ...location, state: visit.name }));
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
    if (handling.kind === 'retry') {
      visit.used ??= new Map();
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
    visit.redrive = undefined;
    this.agenda.later(leaveThroughCatcher(handling.catcher, handling.index, failure, this.#frame(visit)), (outcome) => {
      if (!this.isCurrent(visit, attempt)) return;
      if (outcome.kind === 'go') this.#leave(visit, outcome);
      else if (outcome.kind === 'fail') this.#giveUp(visit, outcome.failure);
    });
  }

  #giveUp({ thread, state }: Visit, failure: StatesError): void {
    thread.over = true;
    this.#variables.release(thread);
    if (thread !== this.#main && state.Type === 'Task' && thread.history === this.history) thread.history.add('TaskStateAborted', thread.last, this.agenda.now);
    thread.owner.failed(thread, failure);
  }

  /** Ends the execution that the thread belongs to, past every Retry and Catch in it. */
  failRoot(thread: Thread, failure: StatesError): void {
    const { root } = thread;
    if (root === this.#main) return this.end('Failed', failure, thread.last);
    if (root.over) return;
    if (root.visit) cut(this, root.visit);
    root.over = true;
    root.owner.failed(root, failure);
  }

  /** Goes on after a failure, a stop or a timeout, as RedriveExecution does: what succeeded stays done. */
  redriveFailed(): boolean {
    const outcome = this.#outcome;
    if (outcome?.kind !== 'ended' || outcome.status === 'SUCCEEDED') return false;
    this.#outcome = undefined;
    this.#redrives++;
    this.history.reopen();
    this.agenda.clear();
    const main = this.#main;
    main.root.execution = { ...main.execution, RedriveCount: this.#redrives, RedriveTime: iso(this.agenda.now) };
    main.last = this.history.add('ExecutionRedriven', this.history.length, this.agenda.now, () => ({ redriveCount: this.#redrives }));
    this.#startTimeout();
    this.redrive(main);
    return true;
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
    if (visit.state.Type === 'Fail') return this.goTo(thread, visit.name, visit.input);
    this.agenda.soon(() => {
      if (!thread.over && !this.#outcome) this.#attempt(visit);
    });
  }

  #frame(visit: Visit, more: Pick<Frame, 'readerData' | 'readerSource'> = {}): Frame {
    const { thread, name, state } = visit;
    return new RunFrame(
      name, visit.input, thread.variables, languageOf(state, this.#machine), this.agenda.now, this.#sources, this.limits,
      () => stateContext(this, visit), more.readerData, more.readerSource,
    );
  }
}
