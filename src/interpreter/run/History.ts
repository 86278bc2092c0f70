import type { Json } from '../../lib/Json.ts';
import type { EpochMs } from '../environment.ts';

/** An event as GetExecutionHistory lists it; `timestamp` is ISO-8601. */
export interface HistoryEvent {
  readonly timestamp: string;
  readonly type: string;
  readonly id: number;
  readonly previousEventId: number;
  readonly [details: `${string}EventDetails`]: { readonly [member: string]: unknown };
}

type Written = { -readonly [K in keyof HistoryEvent]: HistoryEvent[K] };

export type Details = { readonly [member: string]: unknown };

const values: (Json | undefined)[] = [undefined, undefined, undefined, undefined];
const texts: string[] = ['', '', '', ''];
const REMEMBERED = values.length;
let oldest = 0;

/**
 * Compact JSON. What leaves one state enters the next, so the last few are remembered; payloads are never changed in place.
 * A WeakMap for all of them costs more in garbage collection than it saves.
 */
export function payloadText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  for (let i = 0; i < REMEMBERED; i++) if (values[i] === value) return texts[i] as string;
  const text = JSON.stringify(value);
  values[oldest] = value;
  texts[oldest] = text;
  oldest = (oldest + 1) % REMEMBERED;
  return text;
}

const WHOLE = Object.freeze({ truncated: false });

export const payload = (name: 'input' | 'output', value: Json): Details =>
  name === 'input' ? { input: payloadText(value), inputDetails: WHOLE } : { output: payloadText(value), outputDetails: WHOLE };

const enteredDetails = (name: string, input: Json): Details => ({ name, input: payloadText(input), inputDetails: WHOLE });
const exitedDetails = (name: string, output: Json): Details => ({ name, output: payloadText(output), outputDetails: WHOLE });

type DetailsName = `${string}EventDetails`;
const detailsNames = new Map<string, DetailsName>();

/** All states share `stateEnteredEventDetails` and `stateExitedEventDetails`; any other type names its own. */
function detailsName(type: string): DetailsName {
  let name = detailsNames.get(type);
  if (name === undefined) {
    if (type.endsWith('StateEntered')) name = 'stateEnteredEventDetails';
    else if (type.endsWith('StateExited')) name = 'stateExitedEventDetails';
    else name = `${type[0]?.toLowerCase() ?? ''}${type.slice(1)}EventDetails`;
    detailsNames.set(type, name);
  }
  return name;
}

/** Numbers events as AWS does; keeps them unless told not to. */
export class History {
  readonly events: HistoryEvent[] = [];
  readonly #keep: boolean;
  #count = 0;
  #at = Number.NaN;
  #timestamp = '';

  readonly #limit: number;
  readonly #full: () => void;
  #closed = false;

  /** `full` is called when one event is left: the one that ends the execution. */
  constructor(keep: boolean, limit = Number.POSITIVE_INFINITY, full: () => void = () => undefined) {
    this.#keep = keep;
    this.#limit = limit;
    this.#full = full;
  }

  /** Nothing is added any more. */
  close(): void {
    this.#closed = true;
  }

  reopen(): void {
    this.#closed = false;
  }

  get length(): number {
    return this.#count;
  }

  /** `details` is only asked for when events are kept: texts of payloads cost time. */
  add(type: string, previousEventId: number, at: EpochMs, details?: () => Details | undefined): number {
    return this.#write(type, previousEventId, at, this.#keep && !this.#closed ? details?.() : undefined);
  }

  /** These two make up most of a history. */
  entered(type: string, previousEventId: number, at: EpochMs, name: string, input: Json): number {
    return this.#write(type, previousEventId, at, this.#keep ? enteredDetails(name, input) : undefined);
  }
  exited(type: string, previousEventId: number, at: EpochMs, name: string, output: Json, assigned: Details | undefined): number {
    if (!this.#keep) return this.#write(type, previousEventId, at, undefined);
    const left = exitedDetails(name, output);
    return this.#write(type, previousEventId, at, assigned === undefined ? left : { ...left, ...assigned });
  }

  #write(type: string, previousEventId: number, at: EpochMs, told: Details | undefined): number {
    if (this.#closed) return this.#count;
    const id = ++this.#count;
    if (this.#keep) {
      if (at !== this.#at) [this.#at, this.#timestamp] = [at, new Date(at).toISOString()];
      const event: Written = { timestamp: this.#timestamp, type, id, previousEventId };
      if (told !== undefined) event[detailsName(type)] = told;
      this.events.push(event);
    }
    if (id === this.#limit - 1 && !type.startsWith('Execution')) this.#full();
    return id;
  }
}
