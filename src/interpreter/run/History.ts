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

export type Details = { readonly [member: string]: unknown };

const texts = new WeakMap<object, string>();

/** Compact JSON, written once for each object: what leaves one state enters the next. Payloads are never changed in place. */
export function payloadText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}

export const payload = (name: 'input' | 'output', value: Json): Details => ({
  [name]: payloadText(value),
  [`${name}Details`]: { truncated: false },
});

/** All states share `stateEnteredEventDetails` and `stateExitedEventDetails`; any other type names its own. */
function detailsName(type: string): `${string}EventDetails` {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type[0]?.toLowerCase() ?? ''}${type.slice(1)}EventDetails`;
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
    if (this.#closed) return this.#count;
    const id = ++this.#count;
    if (this.#keep) {
      const told = details?.();
      if (at !== this.#at) [this.#at, this.#timestamp] = [at, new Date(at).toISOString()];
      this.events.push({ timestamp: this.#timestamp, type, id, previousEventId, ...(told === undefined ? {} : { [detailsName(type)]: told }) });
    }
    if (id === this.#limit - 1 && !type.startsWith('Execution')) this.#full();
    return id;
  }
}
