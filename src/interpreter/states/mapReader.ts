import { isJsonArray, isJsonObject, type Json, type JsonArray } from '../../lib/Json.ts';
import { err, ok } from '../../lib/Result.ts';
import type { Step } from '../failure.ts';
import type { Frame } from '../frame.ts';
import type { MapState } from './definition.ts';

const readerFailed = (cause: string) => err({ error: 'States.ItemReaderFailed', cause });

/** A value by JSON pointer (RFC 6901); undefined where it leads nowhere. */
function atPointer(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (at !== undefined && isJsonArray(at)) at = at[Number(key)];
    else if (at !== undefined && isJsonObject(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else return undefined;
  }
  return at;
}

/** The items out of what the reader delivered. The caller has made sure that there is data. */
export function readItems(state: MapState, frame: Frame): Step<JsonArray> {
  const pointer = state.ItemReader?.ReaderConfig?.['ItemsPointer'];
  const data = frame.readerData ?? null;
  const found = typeof pointer === 'string' ? atPointer(data, pointer) : data;
  if (found === undefined || !isJsonArray(found)) return readerFailed('Attempting to map over non-iterable node.');
  if (typeof pointer === 'string') frame.trace.put('afterItemsPointer', found);
  const max = state.ItemReader?.ReaderConfig?.['MaxItems'];
  return ok(typeof max === 'number' && max > 0 ? found.slice(0, max) : found);
}
