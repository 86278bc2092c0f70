import type { Json } from '../../lib/Json.ts';
import type { Environment, NotPerformed } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { PortFault } from '../guardedPorts.ts';
import { isStackOverflow } from '../isStackOverflow.ts';
import { payloadText } from '../payloadText.ts';
import type { Machine } from '../states/definition.ts';
import { Agenda, type Turn } from './Agenda.ts';
import type { Life } from './Driver.ts';
import { executionContext, outerItem, stateMachineContext } from './executionContext.ts';
import { History, payload, type HistoryEvent } from './History.ts';
import { iso } from './iso.ts';
import { runSetting, type RunSetting } from './runSetting.ts';
import type { RedriveStatus, RunOptions, RunOutcome } from './runTypes.ts';
import type { Thread } from './Thread.ts';
import { withUniformStates } from './uniformStates.ts';
import { Walk } from './Walk.ts';

/** AWS ends an Express execution after five minutes. */
const EXPRESS_SECONDS = 5 * 60;

/** How far `advance` may go. */
export interface Budget {
  readonly transitions?: number;
  /** Real milliseconds. */
  readonly ms?: number;
}
export type Pause = 'ended' | 'budget' | Exclude<Turn, 'done' | 'empty'>;

/** The life of one execution: its start, its end, its limits, its redrives. The way through the states is `Walk`'s. */
export class Execution implements Life {
  readonly setting: RunSetting;
  readonly agenda: Agenda;
  readonly #history: History;
  readonly #walk: Walk;
  readonly #machine: Machine;
  readonly #input: Json;
  #stop = new AbortController();
  #main: Thread | undefined;
  #redrives = 0;
  #outcome: RunOutcome | undefined;

  constructor(machine: Machine, input: Json, environment: Environment, options: RunOptions) {
    this.setting = runSetting(environment, options);
    const { ports } = this.setting.environment;
    this.agenda = new Agenda((thread) => this.#walk.enter(thread), options.clock === 'real' ? () => ports.now() : undefined);
    this.#history = new History(options.history ?? true, this.setting.maxEvents, () => this.#historyFull());
    this.#machine = withUniformStates(machine);
    this.#input = input;
    this.#walk = new Walk(this, this.setting, this.agenda);
  }

  /** Throws what a port throws; `broken` makes a status of it. */
  begin(): void {
    const { roleArn } = this.setting.options;
    this.agenda.now = this.setting.environment.ports.now();
    this.#history.add('ExecutionStarted', 0, this.agenda.now, () => ({ ...payload('input', this.#input), ...(roleArn === undefined ? {} : { roleArn }) }));
    this.#startTimeout();
    this.#main = this.#mainThread();
    this.#walk.main = this.#main;
    this.#walk.goTo(this.#main, this.#machine.StartAt, this.#input);
  }

  #mainThread(): Thread {
    const { options } = this.setting;
    const main: { -readonly [K in keyof Thread]: Thread[K] } = {
      machine: this.#machine, input: this.#input, history: this.#history,
      execution: executionContext(this.setting, this.agenda.now, this.#input), stateMachine: stateMachineContext(this.setting),
      variables: options.variables ?? {}, variableBytes: 0, last: 0, over: false, succeeded: false,
      item: outerItem(options.context), visit: undefined, next: '', nextInput: null, index: 0,
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
    return this.#walk.transitions;
  }

  get outcome(): RunOutcome | undefined {
    return this.#outcome;
  }

  get over(): boolean {
    return this.#outcome !== undefined;
  }

  get events(): readonly HistoryEvent[] {
    return this.#history.events;
  }

  get eventCount(): number {
    return this.#history.length;
  }

  /** Both start over with a redrive. */
  #startTimeout(): void {
    const seconds = Math.min(this.#machine.TimeoutSeconds ?? Number.POSITIVE_INFINITY, this.setting.options.type === 'EXPRESS' ? EXPRESS_SECONDS : Number.POSITIVE_INFINITY);
    const redrives = this.#redrives;
    if (Number.isFinite(seconds)) {
      this.agenda.at(this.agenda.now + seconds * 1000, () => {
        if (redrives === this.#redrives) this.end('TimedOut', {});
      });
    }
  }

  /** Goes on until the run has ended, the budget is spent, or only a reply or (real clock) a timer is left to wait for. Throws as `begin` does. */
  advance({ transitions = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY }: Budget): Pause {
    const { signal } = this.setting.environment;
    const last = this.transitions + transitions;
    const until = ms === Number.POSITIVE_INFINITY ? ms : Date.now() + ms;
    for (let turns = 1; ; turns++) {
      if (this.#outcome) return 'ended';
      if (signal?.aborted) this.end('Aborted', {});
      else {
        if (this.transitions >= last || (turns % 32 === 0 && Date.now() >= until)) return 'budget';
        const turn = this.agenda.step();
        if (turn === 'empty') this.unsupported('a task that is never answered and has no timeout');
        else if (turn !== 'done') return turn;
      }
    }
  }

  #succeed(output: Json): void {
    this.#history.add('ExecutionSucceeded', this.#last, this.agenda.now, () => payload('output', output));
    this.#finish(this.#told({ kind: 'ended', status: 'SUCCEEDED', output: payloadText(output) }));
  }

  get #last(): number {
    return this.#main?.last ?? this.#history.length;
  }

  end(how: 'Failed' | 'TimedOut' | 'Aborted', { error, cause }: StatesError, last = this.#last): void {
    if (this.#outcome) return;
    const details = { ...(error === undefined ? {} : { error: error.slice(0, 256) }), ...(cause === undefined ? {} : { cause: cause.slice(0, 32_768) }) };
    this.#history.add(`Execution${how}`, last, this.agenda.now, () => details);
    const status = how === 'Failed' ? 'FAILED' : how === 'TimedOut' ? 'TIMED_OUT' : 'ABORTED';
    this.#finish(this.#told({ kind: 'ended', status, ...details }));
  }

  /** Something threw. A stack that ended is too deep a definition or input; everything else is a fault of a port or of ours. */
  broken(thrown: unknown): void {
    if (isStackOverflow(thrown)) return this.unsupported('a definition or input that nests this deeply. Take some levels out and run again');
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    this.end('Failed', { error: 'States.Runtime', cause: thrown instanceof PortFault ? message : `The engine could not go on: ${message}. Please report it with this definition; the fault is not the workflow's.` });
  }

  /** The events are a member like any other, and written out when it is read. */
  #told<O extends object>(outcome: O): O & { readonly history: readonly HistoryEvent[] } {
    const history = this.#history;
    return Object.defineProperty(outcome, 'history', { get: () => history.events, enumerable: true, configurable: true }) as O & { readonly history: readonly HistoryEvent[] };
  }

  #finish(outcome: RunOutcome): void {
    if (this.#outcome) return;
    this.#outcome = outcome;
    this.#history.close();
    if (outcome.kind !== 'ended' || outcome.status !== 'SUCCEEDED') this.#stop.abort();
  }

  #historyFull(): void {
    if (this.setting.options.type === 'EXPRESS') this.end('TimedOut', {});
    else this.end('Failed', { error: 'States.Runtime', cause: `The execution reached the maximum number of history events (${this.setting.maxEvents}).` });
  }

  unsupported(what: string): void {
    this.#finish({ kind: 'unsupported', message: `not supported yet: ${what}` });
  }

  notPerformed(reason: NotPerformed): void {
    this.#finish(this.#told({ kind: 'not-performed', reason }));
  }

  /** As DescribeExecution tells it. AWS's texts of the first two reasons are recorded, the others are ours. */
  get redriveStatus(): RedriveStatus {
    const no = (redriveStatusReason: string): RedriveStatus => ({ redriveCount: this.#redrives, redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason });
    const outcome = this.#outcome;
    if (outcome === undefined) return no('Execution is RUNNING and cannot be redriven');
    if (outcome.kind === 'ended' && outcome.status === 'SUCCEEDED') return no('Execution is SUCCEEDED and cannot be redriven');
    if (outcome.kind !== 'ended' || this.#main === undefined) return no('The execution did not come to an end that could be redriven');
    if (this.setting.options.type === 'EXPRESS') return no('Express executions cannot be redriven');
    if (this.#history.length >= this.setting.limits.historyEvents - 1) return no('The history of the execution is full');
    return { redriveCount: this.#redrives, redriveStatus: 'REDRIVABLE' };
  }

  /** Goes on after a failure, a stop or a timeout, as RedriveExecution does: what succeeded stays done. */
  redriveFailed(): boolean {
    const main = this.#main;
    if (this.redriveStatus.redriveStatus !== 'REDRIVABLE' || main === undefined) return false;
    this.#outcome = undefined;
    this.#stop = new AbortController(); // tasks have heard the old one
    this.#redrives++;
    this.#history.reopen();
    this.agenda.clear();
    main.root.execution = { ...main.execution, RedriveCount: this.#redrives, RedriveTime: iso(this.agenda.now) };
    main.last = this.#history.add('ExecutionRedriven', this.#history.length, this.agenda.now, () => ({ redriveCount: this.#redrives }));
    this.#startTimeout();
    this.#walk.redrive(main);
    return true;
  }
}
