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

export const payload = (name: 'input' | 'output', value: Json): Details => ({
  [name]: JSON.stringify(value),
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

  constructor(keep: boolean) {
    this.#keep = keep;
  }

  get length(): number {
    return this.#count;
  }

  /** `details` is only asked for when events are kept: texts of payloads cost time. */
  add(type: string, previousEventId: number, at: EpochMs, details?: () => Details | undefined): number {
    const id = ++this.#count;
    if (this.#keep) {
      const told = details?.();
      this.events.push({ timestamp: new Date(at).toISOString(), type, id, previousEventId, ...(told === undefined ? {} : { [detailsName(type)]: told }) });
    }
    return id;
  }
}
