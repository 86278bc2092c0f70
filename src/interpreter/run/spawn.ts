import type { Json, JsonObject } from '../../lib/Json.ts';
import type { StatesError } from '../failure.ts';
import type { Machine } from '../states/definition.ts';
import type { Driver } from './Driver.ts';
import { History } from './History.ts';
import type { Thread, ThreadOwner, Visit } from './Thread.ts';

/** A machine to be run inside a state. */
export interface Spawned {
  readonly machine: Machine;
  readonly input: Json;
  readonly item?: JsonObject | undefined;
  readonly last: number;
  /** The context of a child execution of its own: it sees no outer variables and has its own history. */
  readonly child?: { readonly execution: JsonObject; readonly stateMachine: JsonObject } | undefined;
  readonly owner: ThreadOwner;
  readonly index: number;
}

const tooManyEvents = (limit: number): StatesError => ({ error: 'States.Runtime', cause: `The execution reached the maximum number of history events (${limit}).` });

const ABORTABLE = new Set(['Wait', 'Task', 'Map', 'Parallel']);

export function spawn(driver: Driver, parent: Thread, spawned: Spawned): Thread {
  const { machine, child } = spawned;
  const thread: { -readonly [K in keyof Thread]: Thread[K] } = {
    machine,
    input: spawned.input,
    history: child ? new History(false, driver.maxEvents, () => driver.failRoot(thread, tooManyEvents(driver.maxEvents))) : parent.history,
    item: spawned.item ?? parent.item,
    execution: child ? child.execution : parent.execution,
    stateMachine: child ? child.stateMachine : parent.stateMachine,
    root: parent.root,
    variables: child ? {} : parent.variables,
    variableBytes: 0,
    last: spawned.last,
    over: false,
    succeeded: false,
    visit: undefined,
    next: machine.StartAt,
    nextInput: spawned.input,
    owner: spawned.owner,
    index: spawned.index,
  };
  if (child) {
    thread.root = thread;
    thread.history.add('ExecutionStarted', 0, driver.agenda.now);
  }
  driver.agenda.soon(thread);
  return thread;
}

/** Ends the siblings of what failed, and what runs inside them. */
export function cut(driver: Driver, visit: Visit, onCut?: (child: Thread) => void): void {
  for (const child of visit.children) {
    if (child.over) continue;
    child.over = true;
    if (child.visit) {
      cut(driver, child.visit);
      const { Type } = child.visit.state;
      if (child.history === visit.thread.history && ABORTABLE.has(Type)) child.history.add(`${Type}StateAborted`, visit.thread.last, driver.agenda.now);
    }
    onCut?.(child);
  }
}
