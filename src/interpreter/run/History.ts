import type { Json, JsonObject } from '../../lib/Json.ts';
import type { EpochMs } from '../environment.ts';
import { payloadText } from '../payloadText.ts';
import { iso } from './iso.ts';
import { assignedDetails } from './stateEvents.ts';

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

const WHOLE = Object.freeze({ truncated: false });

export const payload = (name: 'input' | 'output', value: Json): Details =>
  name === 'input' ? { input: payloadText(value), inputDetails: WHOLE } : { output: payloadText(value), outputDetails: WHOLE };

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

/** The first page is small, since most runs are short; the later ones are so long that no garbage collection copies them. */
const FIRST_PAGE = 64;
const LONGEST_PAGE = 32_768;

/** Columns of events that nobody has read yet. */
interface Page {
  count: number;
  readonly types: string[];
  readonly previous: Int32Array;
  readonly times: Float64Array;
  /** The state that was entered or left; undefined for other events. */
  readonly states: (string | undefined)[];
  /** The payload of a state's event, the details of another. */
  readonly values: (Json | Details | undefined)[];
}

/** A list of that length at once: one that grows is copied again and again. */
// oxlint-disable-next-line unicorn/no-new-array -- Array.from would fill it first
const column = <T>(size: number): T[] => new Array<T>(size);

const pageOf = (size: number): Page => ({
  count: 0,
  types: column(size),
  previous: new Int32Array(size),
  times: new Float64Array(size),
  states: column(size),
  values: column(size),
});

/**
 * Numbers events as AWS does; keeps them unless told not to. They are kept as columns and written out, texts of payloads included,
 * when somebody reads them, and dropped as columns then: an object for each event would outlive every garbage collection of a long run.
 */
export class History {
  #pages: Page[] = [];
  #page: Page;
  /** What was assigned on the way out, by index. */
  readonly #assigned = new Map<number, JsonObject>();
  readonly #written: HistoryEvent[] = [];
  readonly #keep: boolean;
  readonly #limit: number;
  readonly #full: () => void;
  #count = 0;
  #closed = false;
  #at = Number.NaN;
  #timestamp = '';

  /** `full` is called when one event is left: the one that ends the execution. */
  constructor(keep: boolean, limit = Number.POSITIVE_INFINITY, full: () => void = () => undefined) {
    this.#keep = keep;
    this.#page = pageOf(keep ? FIRST_PAGE : 0);
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

  /** All events so far, the same list each time; empty where none are kept. */
  get events(): readonly HistoryEvent[] {
    if (this.#written.length === this.#count || !this.#keep) return this.#written;
    for (const page of [...this.#pages, this.#page]) for (let row = 0; row < page.count; row++) this.#written.push(this.#event(page, row));
    this.#pages = [];
    this.#page = pageOf(FIRST_PAGE);
    this.#assigned.clear();
    return this.#written;
  }

  /** `details` is only asked for when events are kept. */
  add(type: string, previousEventId: number, at: EpochMs, details?: () => Details | undefined): number {
    return this.#add(type, previousEventId, at, undefined, this.#keep && !this.#closed ? details?.() : undefined);
  }

  /** These two make up most of a history. */
  entered(type: string, previousEventId: number, at: EpochMs, state: string, input: Json): number {
    return this.#add(type, previousEventId, at, state, input);
  }
  exited(type: string, previousEventId: number, at: EpochMs, state: string, output: Json, assigned: JsonObject | undefined): number {
    if (assigned !== undefined && this.#keep && !this.#closed) this.#assigned.set(this.#count, assigned);
    return this.#add(type, previousEventId, at, state, output);
  }

  #add(type: string, previousEventId: number, at: EpochMs, state: string | undefined, value: Json | Details | undefined): number {
    if (this.#closed) return this.#count;
    const id = ++this.#count;
    if (this.#keep) {
      let page = this.#page;
      if (page.count === page.types.length) page = this.#turnPage();
      const row = page.count++;
      page.types[row] = type;
      page.previous[row] = previousEventId;
      page.times[row] = at;
      page.states[row] = state;
      page.values[row] = value;
    }
    if (id === this.#limit - 1 && !type.startsWith('Execution')) this.#full();
    return id;
  }

  #turnPage(): Page {
    this.#pages.push(this.#page);
    return (this.#page = pageOf(Math.min(4 * this.#page.types.length, LONGEST_PAGE)));
  }

  #event(page: Page, row: number): HistoryEvent {
    const type = page.types[row] as string;
    const at = page.times[row] as number;
    if (at !== this.#at) [this.#at, this.#timestamp] = [at, iso(at)];
    const event: Written = { timestamp: this.#timestamp, type, id: this.#written.length + 1, previousEventId: page.previous[row] as number };
    const state = page.states[row];
    const value = page.values[row];
    if (state !== undefined) event[detailsName(type)] = this.#stateDetails(type, state, value as Json);
    else if (value !== undefined) event[detailsName(type)] = value as Details;
    return event;
  }

  #stateDetails(type: string, name: string, value: Json): Details {
    const text = payloadText(value);
    if (type.endsWith('Entered')) return { name, input: text, inputDetails: WHOLE };
    const left = { name, output: text, outputDetails: WHOLE };
    const assigned = this.#assigned.get(this.#written.length);
    return assigned === undefined ? left : { ...left, ...assignedDetails(assigned) };
  }
}
