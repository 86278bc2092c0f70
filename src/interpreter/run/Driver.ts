import type { Json } from '../../lib/Json.ts';
import type { NotPerformed } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import type { Agenda } from './Agenda.ts';
import type { Details } from './History.ts';
import type { RunSetting } from './runSetting.ts';
import type { Surroundings, Thread, Visit } from './Thread.ts';

/** How an execution ends; the last word is said once. */
export interface Life {
  readonly over: boolean;
  /** Heard by ports; aborted when the run ends or is stopped. */
  readonly signal: AbortSignal;
  end(how: 'Failed' | 'TimedOut' | 'Aborted', failure: StatesError, last?: number): void;
  notPerformed(reason: NotPerformed): void;
  unsupported(what: string): void;
}

/** What the performers of effects need of the execution that drives them. */
export interface Driver extends RunSetting, Surroundings {
  readonly agenda: Agenda;
  readonly life: Life;
  /** Adds an event to the thread, which the thread's next event will follow. */
  log(thread: Thread, type: string, details?: () => Details | undefined): number;
  goTo(thread: Thread, name: string, input: Json): void;
  /** False for a reply that comes after a retry, a timeout or the end. */
  isCurrent(visit: Visit, attempt: number): boolean;
  /** The effect has its result: on to the state's own output. */
  settle(visit: Visit, reply: Json): void;
  /** Enters the state again with what its ItemReader delivered. */
  resume(visit: Visit, data: Json, source: string): void;
  fail(visit: Visit, failure: StatesError): void;
  /** A failure of an expression: the cause is told with the state and the event it was entered by. */
  evaluationFailed(visit: Visit, failure: StatesError): void;
  redrive(thread: Thread, last?: number): void;
  /** Ends the execution that the thread belongs to. */
  failRoot(thread: Thread, failure: StatesError): void;
}
