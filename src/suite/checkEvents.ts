import type { HistoryEvent } from '../interpreter/run/History.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { contains } from './contains.ts';
import type { Expectation } from './suiteTypes.ts';
import type { Failure } from './TestResult.ts';

/** Expected events are found one after the other; others may stand between. */
export function checkEvents({ events }: Expectation, history: readonly HistoryEvent[]): readonly Failure[] {
  let from = 0;
  for (const wanted of events ?? []) {
    const at = history.findIndex((event, index) => index >= from && matches(wanted, event));
    if (at < 0) {
      const types = history.slice(from).map(({ type }) => type);
      const after = from === 0 ? '' : ` after event ${from}`;
      return [{ what: 'events', message: `The run has no event ${JSON.stringify(wanted)}${after}. It has ${types.length === 0 ? 'none' : types.length > 12 ? `${types.slice(0, 12).join(', ')} and ${types.length - 12} more` : types.join(', ')}.` }];
    }
    from = at + 1;
  }
  return [];
}

/** `type`, `state` and `error` are short for what stands in the details; any other member is looked for in the event itself. */
function matches({ type, state, error, ...members }: JsonObject, event: HistoryEvent): boolean {
  const details = detailsOf(event);
  return (
    (type === undefined || type === event.type) &&
    (state === undefined || state === details['name'] || state === details['state']) &&
    (error === undefined || error === details['error']) &&
    // Events are plain JSON.
    contains(members, event as unknown as Json)
  );
}

function detailsOf(event: HistoryEvent): { readonly [member: string]: unknown } {
  for (const [key, value] of Object.entries(event)) if (key.endsWith('EventDetails')) return value as { readonly [member: string]: unknown };
  return {};
}
