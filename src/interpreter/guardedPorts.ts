import type { Json } from '../lib/Json.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import type { DataReply, Environment, Ports, TaskCall, TaskReply } from './environment.ts';
import { payloadText } from './payloadText.ts';
import { LATEST } from './run/iso.ts';
import type { RunReply } from './run/runTypes.ts';

/** A port that threw or answered what no port may: a fault of the host, and never of the workflow. */
export class PortFault extends Error {
  constructor(what: string, thrown: unknown) {
    super(`${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}. The fault lies with what runs the workflow here, not with the workflow.`, { cause: thrown });
  }
}

const fault = (what: string, thrown: unknown) => ({ kind: 'failure', error: 'States.Runtime', cause: new PortFault(what, thrown).message }) as const;

/** Asks a port; what it throws, now or later, and what is no reply at all becomes the failure of the task. */
function asked<R extends { readonly kind: string }>(what: string, ask: () => MaybePromise<R>, check: (reply: R) => void): MaybePromise<R | ReturnType<typeof fault>> {
  const checked = (reply: R): R | ReturnType<typeof fault> => {
    try {
      check(reply);
      return reply;
    } catch (thrown) {
      return fault(what, thrown);
    }
  };
  try {
    const reply = ask();
    if (!isThenable(reply)) return checked(reply);
    return Promise.resolve(reply).then(checked, (thrown: unknown) => fault(what, thrown));
  } catch (thrown) {
    return fault(what, thrown);
  }
}

/** Promises of another realm or library are no instances of ours. */
const isThenable = <T>(value: MaybePromise<T>): value is Promise<T> => typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const TASK_KINDS = new Set(['result', 'failure', 'not-performed', 'never']);
const DATA_KINDS = new Set(['text', 'bytes', 'objects', 'value', 'done', 'failure', 'not-performed']);

/** Throws for what has no JSON text: nothing at all, functions, what contains itself. */
function provePayload(value: Json): void {
  if (typeof payloadText(value) !== 'string') throw new TypeError('it answered something that is no JSON');
}

function proveTaskReply(reply: RunReply): void {
  if (!TASK_KINDS.has(reply.kind)) throw new TypeError('it gave no answer');
  if (reply.kind === 'result') provePayload(reply.value);
  if ('submitted' in reply && reply.submitted !== undefined) provePayload(reply.submitted);
}

function proveDataReply(reply: DataReply): void {
  if (!DATA_KINDS.has(reply.kind)) throw new TypeError('it gave no answer');
  if (reply.kind === 'value') provePayload(reply.value);
  if (reply.kind === 'objects') provePayload(reply.objects);
  if (reply.kind === 'bytes' && !(reply.bytes instanceof Uint8Array)) throw new TypeError('it gave no bytes');
  if (reply.kind === 'text' && typeof reply.text !== 'string') throw new TypeError('it gave no text');
}

const nameOf = ({ stateName }: { readonly stateName: string }): string => JSON.stringify(stateName);

export const askTask = (call: TaskCall, ask: () => MaybePromise<RunReply>): MaybePromise<RunReply> => asked(`The task of ${nameOf(call)} could not be carried out`, ask, proveTaskReply);

/** A source of plain values: what it throws, and what is no such value, is a `PortFault`. */
function sourced<T>(name: string, ask: () => T, fits: (value: T) => boolean): T {
  let value: T;
  try {
    value = ask();
  } catch (thrown) {
    throw new PortFault(`${name} failed`, thrown);
  }
  if (fits(value)) return value;
  if (isThenable<unknown>(value)) void Promise.resolve(value).catch(() => undefined); // nobody will hear how it ends
  throw new PortFault(`${name} failed`, `it gave ${typeof value === 'number' ? value : 'something else'}`);
}

const isText = (value: string): boolean => typeof value === 'string';
const isChance = (value: number): boolean => typeof value === 'number' && value >= 0 && value < 1;
/** The range of a date. */
const isTime = (value: number): boolean => typeof value === 'number' && Math.abs(value) <= LATEST;

const guarded = new WeakMap<Environment, Environment>();

/** The same environment, with ports that cannot surprise: tasks and data always answer, and whatever else fails throws a `PortFault`. */
export function withGuardedPorts(environment: Environment): Environment {
  let safe = guarded.get(environment);
  if (safe === undefined) {
    safe = { ...environment, ports: guardedPorts(environment.ports) };
    guarded.set(environment, safe);
    guarded.set(safe, safe);
  }
  return safe;
}

function guardedPorts(ports: Ports): Ports {
  const { data, pause, token } = ports;
  return {
    now: () => sourced('The clock', () => ports.now(), isTime),
    random: () => sourced('The source of random numbers', () => ports.random(), isChance),
    id: () => sourced('The source of ids', () => ports.id(), isText),
    // What a port may answer is less than what a run takes.
    perform: (call, signal) => askTask(call, () => ports.perform(call, signal)) as MaybePromise<TaskReply>,
    ...(data === undefined ? {} : { data: (call, signal) => asked<DataReply>(`The data of ${nameOf(call)} could not be read or written`, () => data.call(ports, call, signal), proveDataReply) }),
    ...(pause === undefined ? {} : { pause: (ms) => paused(() => pause.call(ports, ms)) }),
    ...(token === undefined ? {} : { token: () => sourced('The source of task tokens', () => token.call(ports), isText) }),
  };
}

/** Longer than this, timers of a host go off at once. */
export const LONGEST_PAUSE_MS = 2_147_483_647;

async function paused(pause: () => Promise<void>): Promise<void> {
  try {
    await pause();
  } catch (thrown) {
    throw new PortFault('Waiting failed', thrown);
  }
}
